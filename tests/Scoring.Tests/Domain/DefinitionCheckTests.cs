using System.Text.Json;
using System.Text.Json.Nodes;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.ServiceDefaults;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

public class DefinitionCheckTests
{
    [Theory]
    [InlineData("commune")]
    [InlineData("department")]
    public void Definition_AsShipped_HasNoFault(string name) => Assert.Null(DefinitionCheck.Of(Samples.Read(name).Definition));

    // Each case spoils one place of the shipped commune tree and expects a fault there.
    [Theory]
    [InlineData("areas/0/max", "11", "/areas/0/max")]
    [InlineData("areas/0/criteria/0/max", "3", "/areas/0/criteria/0/max")]
    [InlineData("areas/0/criteria/0/leaves/1/max", "0", "/areas/0/criteria/0/leaves/1/max")]
    [InlineData("areas/0/criteria/0/leaves/1/max", "1.50001", "/areas/0/criteria/0/leaves/1/max")]
    [InlineData("areas/0/criteria/0/leaves/1/formula/floor", "1.2", "/areas/0/criteria/0/leaves/1/formula/floor")]
    [InlineData("areas/0/criteria/0/leaves/1/formula/floor", "-0.1", "/areas/0/criteria/0/leaves/1/formula/floor")]
    [InlineData("areas/0/criteria/0/leaves/1/code", "\"I.1.1\"", "/areas/0/criteria/0/leaves/1/code")]
    [InlineData("areas/0/criteria/0/leaves/0/formula/table/1/bound", "-1", "/areas/0/criteria/0/leaves/0/formula/table/1/bound")]
    [InlineData("areas/0/criteria/0/leaves/0/formula/table/1/points", "0.5", "/areas/0/criteria/0/leaves/0/formula/table/1/points")]
    [InlineData("areas/0/criteria/0/leaves/0/formula/table/0/points", "0.4", "/areas/0/criteria/0/leaves/0/formula/table/0/points")]
    [InlineData("areas/0/criteria/0/leaves/0/formula/table/0", "null", "/areas/0/criteria/0/leaves/0/formula/table/0")]
    [InlineData("areas/0/criteria/0/leaves", "[]", "/areas/0/criteria/0/formula")]
    [InlineData("areas/0/criteria/1/formula", "null", "/areas/0/criteria/1/formula")]
    [InlineData("areas/2/criteria/2/leaves/0/formula/high", "95", "/areas/2/criteria/2/leaves/0/formula/high")]
    [InlineData("areas/0/criteria/1/formula", """{"kind":"bonusPenalty","effect":"bonus","cap":1,"cases":[]}""", "/areas/0/criteria/1/formula")]
    [InlineData("adjustments/0/formula", """{"kind":"yesNo"}""", "/adjustments/0/formula")]
    [InlineData("adjustments/0/formula/cap", "0", "/adjustments/0/formula/cap")]
    [InlineData("classes/1/from", "95", "/classes/1/from")]
    [InlineData("classes/4/from", "10", "/classes/4/from")]
    [InlineData("tieRule/breakBy", """["XII"]""", "/tieRule/breakBy/0")]
    [InlineData("blocks", """["phuong","phuong"]""", "/blocks")]
    [InlineData("areas/1", "null", "/areas/1")]
    public void Definition_SpoiltInOnePlace_NamesThePlace(string place, string value, string pointer)
    {
        var problem = DefinitionCheck.Of(Spoil(place, value).Definition);
        Assert.Equal("SCO-0001", problem?.Code);
        Assert.Contains(problem!.Errors, e => e.Pointer == pointer);
    }

    [Fact]
    public void Definition_NotAddingUpTo100_IsRefused()
    {
        var definition = Samples.Small();
        var problem = DefinitionCheck.Of(definition with { Areas = definition.Areas[..1] });
        Assert.Contains(problem!.Errors, e => e.Pointer == "/areas" && e.Detail.Contains("60", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"kind":"magic"}""")]
    [InlineData("""{"points":3}""")]
    [InlineData("""{"kind":"yesNo","secret":1}""")]
    [InlineData("""{"kind":"ratioWithFloor","floor":"0.8"}""")]
    public void Formula_UnknownKindOrField_IsRefusedWhenRead(string formula) =>
        Assert.ThrowsAny<Exception>(() => Spoil("areas/0/criteria/1/formula", formula));

    private static CreateIndexSetRequest Spoil(string place, string value)
    {
        var root = JsonSerializer.SerializeToNode(Samples.Commune, Json.Options)!;
        var steps = place.Split('/');
        var parent = steps[..^1].Aggregate(root, (node, step) => (int.TryParse(step, out var i) ? node[i] : node[step])!);
        if (int.TryParse(steps[^1], out var last))
            parent[last] = JsonNode.Parse(value);
        else
            parent[steps[^1]] = JsonNode.Parse(value);
        return root.Deserialize<CreateIndexSetRequest>(Json.Options)!;
    }
}
