using System.Text.Json;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Features.IndexSets;
using Emulation.Scoring.Spreadsheets;
using Emulation.Scoring.Tests.Spreadsheets;
using Emulation.ServiceDefaults;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Emulation.Scoring.Tests.Domain;

/// <summary>What is exported comes back as it was.</summary>
public class IndexSetRoundTripTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(200);

    [Fact]
    public void AnyIndexSet_IsSoundAndOfAllKinds()
    {
        var sets = AnyIndexSet.Sets.Generator.Sample(20, 200).ToList();
        Assert.All(sets, s => Assert.Equal([], DefinitionCheck.Of(s.Definition)?.Errors ?? []));
        Assert.Equal(FormulaKind.All, sets.SelectMany(s => s.Definition.Leaves.Select(l => l.Formula).Concat(s.Adjustments.Select(a => a.Formula))).Select(FormulaKind.Of).Distinct().OrderBy(k => Array.IndexOf(FormulaKind.All, k)));
    }

    [Fact]
    public void Json_OfAnySet_ReadsBackAsTheSameSet() =>
        Prop.ForAll(AnyIndexSet.Sets, set => Canonical(JsonSerializer.Deserialize<CreateIndexSetRequest>(Canonical(set), Json.Options)!) == Canonical(set)).Check(Often);

    [Fact]
    public void Workbook_OfAnySet_ReadsBackAsTheSameSet() =>
        Prop.ForAll(AnyIndexSet.Sets, set =>
        {
            Assert.Equal(Canonical(set), Canonical(ReadBack(IndexSetSheets.Write(set))));
        }).Check(Often);

    [Theory]
    [InlineData("commune")]
    [InlineData("department")]
    public void Workbook_OfAShippedSet_IsValidAndReadsBackByteForByte(string name)
    {
        var set = Samples.Read(name);
        var bytes = IndexSetSheets.Write(set);
        Assert.Equal([], SpreadsheetWriterTests.OpenXmlFaults(bytes));
        Assert.Equal(bytes, IndexSetSheets.Write(set));
        Assert.Equal(Canonical(set), Canonical(ReadBack(bytes)));
        Assert.Equal(JsonSerializer.Serialize(set.Definition, Json.Options), JsonSerializer.Serialize(ReadBack(bytes).Definition, Json.Options));
    }

    [Fact]
    public void Workbook_OfAnySet_IsValid()
    {
        foreach (var set in AnyIndexSet.Sets.Generator.Sample(20, 20))
            Assert.Equal([], SpreadsheetWriterTests.OpenXmlFaults(IndexSetSheets.Write(set)));
    }

    internal static CreateIndexSetRequest ReadBack(byte[] workbook)
    {
        var (book, unread) = SpreadsheetReader.Read(workbook);
        Assert.Null(unread?.Detail);
        var (set, _, problem) = IndexSetSheetsReader.Read(book!, null);
        Assert.Equal([], problem?.Errors ?? []);
        return set!;
    }

    private static string Canonical(CreateIndexSetRequest set) => JsonSerializer.Serialize(set, Json.Options);
}
