using System.Net.Http.Json;
using System.Text.Json.Nodes;
using static Emulation.EndToEnd.Tests.JourneyTests;

namespace Emulation.EndToEnd.Tests;

/// <summary>Kill -9 while nominations are being posted: what was acknowledged is there, and each took effect once.</summary>
public sealed class FaultTests(RunningSystem system)
{
    private const int Count = 200;

    [Theory]
    [InlineData("nominations")]
    [InlineData("documents")]
    [InlineData("messaging")]
    [InlineData("gateway")]
    [InlineData("postgres")]
    [InlineData("identity", "campaigns", "scoring", "portal")]
    public async Task Kill9_While200NominationsArePosted_NoneLostEachEffectOnce(params string[] victims)
    {
        var ward = await system.AsAccountAsync("canbo.lethanhnghi");
        var run = $"{victims[0]}-{Guid.NewGuid():N}";
        var restarts = victims.ToDictionary(v => v, Restarts);
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
        var posted = 0;
        var posting = Parallel.ForEachAsync(Enumerable.Range(0, Count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, ct) =>
        {
            acknowledged.Add(await PostUntilAcknowledged(ward, $"{run}-{i}", ct));
            if (Interlocked.Increment(ref posted) == Count / 4)
            {
                foreach (var victim in victims)
                    system.Kill(victim);
            }
        });
        await posting.WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);

        Assert.Equal(Count, acknowledged.Distinct().Count());
        await system.Until(() => victims.All(v => system.State(v)?["state"]?.ToString() == "Running" && Restarts(v) > restarts[v]), TimeSpan.FromMinutes(1));

        // Each acknowledged nomination stands on the draft Tờ trình exactly once.
        var expected = acknowledged.ToHashSet();
        List<string> lines = [];
        for (var tries = 0; tries < 240; tries++)
        {
            lines = [.. (await LinesOfWard(ward)).Where(expected.Contains)];
            if (lines.Count >= Count)
                break;
            await Task.Delay(500, TestContext.Current.CancellationToken);
        }
        Assert.True(lines.Count == Count, lines.Count == Count ? null : $"{lines.Count} of {Count} lines.\n{await system.DiagnoseAsync()}");
        Assert.Equal(Count, lines.Distinct().Count());
        var listed = await Listed(ward, run);
        Assert.Equal(expected.Order(), listed.Order());
    }

    private int Restarts(string resource) => (int)system.State(resource)!["restarts"]!;

    private static async Task<string> PostUntilAcknowledged(HttpClient ward, string reference, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "nominations")
            {
                Content = JsonContent.Create(new
                {
                    // A category without a quota: two hundred are to pass.
                    campaign = "LTN-26-30", category = "yearly-ward-collective", year = 2027, achievement = "Thử độ bền", submit = true, externalRef = reference,
                    nominee = new { kind = "collective", name = $"Tập thể {reference}", unitCode = "10532" },
                }),
            };
            request.Headers.Add("Idempotency-Key", reference);
            string trouble;
            try
            {
                using var answer = await ward.SendAsync(request, ct);
                var text = await answer.Content.ReadAsStringAsync(ct);
                if (answer.IsSuccessStatusCode)
                    return JsonNode.Parse(text)!["id"]!.ToString();
                trouble = $"{(int)answer.StatusCode} {text}";
                Assert.True((int)answer.StatusCode is 429 or >= 500, trouble);
            }
            catch (HttpRequestException e)
            {
                trouble = e.Message;
            }
            Assert.True(tries < 300, trouble);
            await Task.Delay(200, ct);
        }
    }

    private static async Task<List<string>> LinesOfWard(HttpClient ward)
    {
        var lines = new List<string>();
        try
        {
            foreach (var paper in (await Json(ward, "documents?unitCode=10532&type=TTr&limit=200"))["items"]!.AsArray())
                lines.AddRange((await Json(ward, $"documents/{paper!["id"]}"))["lines"]!.AsArray().Select(l => l!["nominationId"]!.ToString()));
        }
        catch (HttpRequestException)
        {
            // Still coming back.
        }
        return lines;
    }

    private static async Task<List<string>> Listed(HttpClient ward, string run)
    {
        var ids = new List<string>();
        for (string? after = null; ;)
        {
            var page = await Json(ward, $"nominations?campaign=LTN-26-30&limit=200{(after is null ? "" : $"&after={after}")}");
            ids.AddRange(page["items"]!.AsArray().Where(n => n!["externalRef"]?.ToString().StartsWith(run, StringComparison.Ordinal) == true).Select(n => n!["id"]!.ToString()));
            if (page["next"]?.ToString() is not { } next)
                return ids;
            after = next;
        }
    }
}
