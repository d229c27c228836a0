using Emulation.Documents.PlanImport.Source;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Emulation.Documents.Tests.PlanImport;

/// <summary>What the program that reads PDF files is given and what is taken from it.</summary>
public sealed class PdfProgramTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emulation-pdftotext").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Connection strings stand in the environment of a service.
    [Fact]
    public async Task Read_ProgramSeesNoSettingsOfTheService()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        Environment.SetEnvironmentVariable("ConnectionStrings__plan-import-test", "Password=khong-duoc-lo");
        try
        {
            var (outcome, text) = await Source("echo Ke hoach phat dong phong trao thi dua; env").ReadAsync([], TestContext.Current.CancellationToken);
            Assert.Equal(PdfOutcome.Read, outcome);
            Assert.DoesNotContain("khong-duoc-lo", text!.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable("ConnectionStrings__plan-import-test", null);
        }
    }

    [Fact]
    public async Task Read_ProgramThatComplainsWithoutEnd_IsReadAllTheSame()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
        var (outcome, _) = await Source("head -c 20000000 /dev/zero >&2; echo Ke hoach phat dong phong trao thi dua").ReadAsync([], TestContext.Current.CancellationToken);
        Assert.Equal(PdfOutcome.Read, outcome);
    }

    private PdfSource Source(string script)
    {
        var program = Path.Combine(_folder, "pdftotext");
        File.WriteAllText(program, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new PdfSource(new ConfigurationBuilder().AddInMemoryCollection([new("PlanImport:PdfToText", program)]).Build());
    }
}
