using Emulation.Documents.FormCheck;
using Emulation.Documents.Rendering;
using Emulation.Documents.Rendering.Office;
using Emulation.Documents.Tests.FormCheck;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Emulation.Documents.Tests.Rendering;

/// <summary>The adapter for LibreOffice, and the comparison of drafts.</summary>
public sealed class OfficeTests
{
    [Theory]
    [InlineData("proposal")]
    [InlineData("long decision")]
    public async Task Convert_OwnDocx_KeepsToTheDecree(string kind)
    {
        using var office = Office();
        if (!office.IsInstalled)
            Assert.Skip("LibreOffice is not installed.");
        var pdf = await office.ToPdfAsync(Render.Docx(kind == "proposal" ? Samples.Proposal(12) : Samples.Decision(30)), kind, TestContext.Current.CancellationToken);
        var report = Form.Check(pdf);
        Assert.True(!report.Deviations.Any(), Form.Told(report));
        // Made once under one key.
        Assert.Same(pdf, await office.ToPdfAsync([], kind, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Convert_ProgramThatGivesNoPdf_SaysSoWhateverItsExitCode()
    {
        using var office = Office(("Office:Program", "/bin/true"));
        Assert.Contains("không tạo được PDF", (await Assert.ThrowsAsync<OfficeFailedException>(() => office.ToPdfAsync([1], "a", TestContext.Current.CancellationToken))).Message);
    }

    [Fact, System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Convert_ProgramThatHangs_IsEndedAtTheLimit()
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, "#!/bin/sh\nsleep 600\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        try
        {
            using var office = Office(("Office:Program", script), ("Office:TimeLimit", "00:00:02"));
            Assert.Contains("không xong", (await Assert.ThrowsAsync<OfficeFailedException>(() => office.ToPdfAsync([1], "a", TestContext.Current.CancellationToken))).Message);
        }
        finally
        {
            File.Delete(script);
        }
    }

    [Fact]
    public async Task Convert_SwitchedOff_IsNotInstalled()
    {
        using var office = Office(("Office:Program", ""));
        Assert.False(office.IsInstalled);
        await Assert.ThrowsAsync<OfficeFailedException>(() => office.ToPdfAsync([1], "a", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Compare_AddedRemovedChanged_AreToldInOrder()
    {
        var changes = DraftComparison.Of(
            Said("một", "hai ba bốn năm", "sáu", "bảy tám"),
            Said("một", "hai ba bốn mười", "bảy tám", "chín mười một"));
        Assert.Equal(
            [(DraftChangeKind.Changed, "hai ba bốn năm", "hai ba bốn mười"), (DraftChangeKind.Removed, "sáu", null), (DraftChangeKind.Added, null, "chín mười một")],
            changes.Select(c => (c.Kind, c.Before, c.After)));
        Assert.Empty(DraftComparison.Of(Said("một", "hai"), Said("một", "hai")));
    }

    [Fact]
    public void Compare_NumberSetByHand_IsOfTheSystem()
    {
        var before = Said("Số: /TTr-UBND")[0] with { StyleId = Typography.Number.Id };
        Assert.True(Assert.Single(DraftComparison.Of([before], [before with { Text = "Số: 9/TTr-UBND" }])).SystemOwned);
    }

    private static FormParagraph[] Said(params string[] texts) => [.. texts.Select((text, i) => new FormParagraph { Text = text, Number = i + 1 })];

    private static LibreOfficeConverter Office(params (string Key, string Value)[] settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build());
}
