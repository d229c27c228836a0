using System.Text.Json.Nodes;

namespace Emulation.Play.Steps;

/// <summary>Registers one machine client for each commune and one officer's client for the city.</summary>
/// <remarks>A secret is shown once. A client that is already there, from an earlier run, gets a new secret.</remarks>
internal static class ConnectWards
{
    public static async Task Run(Stage stage)
    {
        Say.Step("Cấp mã cho hệ thống của 114 xã, phường, đặc khu");
        stage.City = await Connect(stage, "play-city", "31", "city-officer");
        stage.CityLeader = await Connect(stage, "play-city-leader", "31", "unit-leader");
        await stage.EachAsync(stage.Communes.Select(u => (string)u["code"]!),
            async code => stage.Wards[code] = await Connect(stage, $"ward-{code}", code, "machine"));
        Say.Detail($"{stage.Wards.Count} hệ thống cấp xã, 1 hệ thống của Sở Nội vụ");
    }

    private static async Task<Api> Connect(Stage stage, string id, string unit, string role)
    {
        var request = new JsonObject { ["clientId"] = id, ["unitCode"] = unit, ["role"] = role };
        var answer = await stage.Admin.Send(HttpMethod.Post, "clients", request, null);
        if (answer.Status == 409)
            answer = await stage.Admin.Send(HttpMethod.Post, $"clients/{id}/secret", null, null);
        return stage.Caller(id, (string)answer.BodyOrThrow()["clientSecret"]!);
    }
}
