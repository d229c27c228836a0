using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulation.Play;

/// <summary>What a service answered: a body, or a problem with its stable code.</summary>
public sealed record Answer(string Request, int Status, JsonNode? Body)
{
    public bool Ok => Status is >= 200 and < 300;

    /// <summary>Code of the problem; null when there is none.</summary>
    public string? Code => Ok ? null : (string?)Body?["code"];

    public JsonNode BodyOrThrow() => Ok ? Body ?? new JsonObject() : throw new RefusedException(this);

    public static async Task<Answer> Read(string request, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        JsonNode? body;
        try
        {
            body = text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            body = new JsonObject { ["title"] = text.Length > 200 ? text[..200] : text };
        }
        return new Answer(request, (int)response.StatusCode, body);
    }

    /// <summary>The refusal in one line, fields at fault included.</summary>
    public string Explain()
    {
        var fields = Body?["errors"] is JsonArray errors ? string.Join("; ", errors.Select(e => $"{e?["pointer"]} {e?["detail"]}")) : "";
        return $"{Request}: {Status} {Code} {Body?["title"]} {Body?["detail"]} {fields}".TrimEnd();
    }
}

/// <summary>A service refused what the play cannot go on without.</summary>
public sealed class RefusedException(Answer answer) : Exception(answer.Explain())
{
    public Answer Answer => answer;
}
