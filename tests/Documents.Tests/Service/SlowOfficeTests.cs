using System.Net.Http.Headers;
using System.Net.Http.Json;
using DocumentFormat.OpenXml.Packaging;
using Emulation.Documents.Tests.Rendering;
using Emulation.TestKit;
using Microsoft.AspNetCore.Hosting;
using Xunit;
using static Emulation.Documents.Tests.Service.DocumentsFixture;

namespace Emulation.Documents.Tests.Service;

/// <summary>An edited draft takes its time with the converter; whoever issues meanwhile does not wait for it, and number and pages agree all the same.</summary>
public sealed class SlowOfficeTests(SlowOfficeTests.SlowOffice service) : IClassFixture<SlowOfficeTests.SlowOffice>
{
    /// <summary>A converter that begins, tells so, and ends when it is let.</summary>
    public sealed class SlowOffice : DocumentsFixture
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("emulation-slow-office").FullName;

        public int Begun => File.Exists(Path.Combine(_folder, "begun")) ? File.ReadAllLines(Path.Combine(_folder, "begun")).Length : 0;

        public void Let() => File.WriteAllText(Path.Combine(_folder, "go"), "");

        public void Hold() => File.Delete(Path.Combine(_folder, "go"));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            var program = Path.Combine(_folder, "office");
            File.WriteAllBytes(Path.Combine(_folder, "page.pdf"), Render.Pdf(Samples.Proposal(1)));
            File.WriteAllText(program, $"#!/bin/sh\necho begun >> {_folder}/begun\nfor last; do :; done\nwhile [ ! -e {_folder}/go ]; do sleep 0.05; done\ncp {_folder}/page.pdf \"$(dirname \"$last\")/van-ban.pdf\"\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            builder.UseSetting("Office:Program", program);
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
            GC.SuppressFinalize(this);
        }
    }

    [Fact]
    public async Task Issue_OfAnother_WhileTheDraftIsConverted_TakesTheNumberAndTheDraftIsPrintedWithTheNext()
    {
        service.Hold();
        var (ward, edited) = await EditedAsync();
        await service.SubmitAsync(Snapshot(ward) with { Year = 2031 });
        var other = (Guid)Assert.Single(await service.ListAsync(ward, "year=2031"))["id"]!;
        var begun = service.Begun;
        var issuing = service.As(ward).PostAsJsonAsync($"/documents/{edited}/issue", new { }).OkAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(service.Begun > begun), "nothing was converted");

        Assert.Equal("01/TTr-UBND", (string)(await service.As(ward).PostAsJsonAsync($"/documents/{other}/issue", new { }).OkAsync())["document"]!["symbol"]!);
        Assert.False(issuing.IsCompleted);
        service.Let();

        Assert.Equal("02/TTr-UBND", (string)(await issuing)["document"]!["symbol"]!);
        Assert.Equal(begun + 2, service.Begun);
        using var package = WordprocessingDocument.Open(new MemoryStream(await service.As(ward).GetByteArrayAsync($"/documents/{edited}/docx")), false);
        Assert.Contains("Số: 02/TTr-UBND", package.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_ChangedWhileItIsConverted_IsNotIssuedAsItWas()
    {
        service.Hold();
        var (ward, edited) = await EditedAsync();
        var begun = service.Begun;
        var issuing = service.As(ward).PostAsJsonAsync($"/documents/{edited}/issue", new { });
        await Eventually.HoldsAsync(() => Task.FromResult(service.Begun > begun), "nothing was converted");
        await service.SubmitAsync(Snapshot(ward, number: 2));
        service.Let();

        await (await issuing).ProblemAsync(409, "DOC-0044");
        Assert.Equal("draft", (string)(await service.As(ward).GetAsync($"/documents/{edited}").OkAsync())["document"]!["state"]!);
    }

    private async Task<(string Ward, Guid Id)> EditedAsync()
    {
        var ward = service.NewWard();
        // A name of its own: what was converted of late is known again.
        await service.RegisterAsync(ward, $"Phường Số {ward}");
        var id = await service.DraftAsync(ward);
        var file = new ByteArrayContent(await service.As(ward).GetByteArrayAsync($"/documents/{id}/docx"));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        await service.As(ward).PutAsync($"/documents/{id}/edited", file).OkAsync();
        return (ward, id);
    }
}
