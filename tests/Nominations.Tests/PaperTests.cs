using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Emulation.Contracts.Documents;
using Emulation.TestKit;
using Microsoft.EntityFrameworkCore;
using static Emulation.Nominations.Tests.DossierScene;
using static Emulation.Nominations.Tests.NominationsFixture;

namespace Emulation.Nominations.Tests;

/// <summary>Files of a dossier: what is taken, how it is kept, and what stands for it.</summary>
public sealed class PaperTests(NominationsFixture service) : IClassFixture<NominationsFixture>
{
    private const int LargestFile = 20 * 1024 * 1024;

    public static TheoryData<string, int, string> Attacks() => new()
    {
        { "exe", 415, "NOM-0052" }, { "text", 415, "NOM-0052" }, { "sheet", 415, "NOM-0052" }, { "zip", 415, "NOM-0052" },
        { "macro", 400, "NOM-0053" }, { "template", 400, "NOM-0053" }, { "lower-case template", 400, "NOM-0053" }, { "broken", 400, "NOM-0053" }, { "bomb", 400, "NOM-0053" },
        { "empty", 400, "EMU-0001" }, { "large", 413, "EMU-0009" },
    };

    [Theory, MemberData(nameof(Attacks))]
    public async Task Upload_WhatCannotBeAPaper_IsRefused(string attack, int status, string code)
    {
        const string Document = "word/document.xml";
        var bytes = attack switch
        {
            "exe" => "MZ\u0090\0"u8.ToArray(),
            "text" => "Báo cáo thành tích"u8.ToArray(),
            "sheet" => Package("xl/workbook.xml"),
            "zip" => Package("khac.xml"),
            "macro" => Package(Document, ("word/vbaProject.bin", [1, 2, 3])),
            "template" => Package(Document, ("word/_rels/settings.xml.rels", """<Relationships><Relationship TargetMode="External" Type="x/attachedTemplate" Target="https://x"/></Relationships>"""u8.ToArray())),
            "lower-case template" => Package(Document, ("word/_rels/settings.xml.rels", """<Relationships><Relationship TargetMode="external" Type="x/attachedTemplate" Target="https://x"/></Relationships>"""u8.ToArray())),
            "broken" => [.. "PK\u0003\u0004"u8, 1, 2, 3],
            "bomb" => Package(Document, ("word/media/a.bin", new byte[201 * 1024 * 1024])),
            "empty" => [],
            _ => [.. Pdf("x"), .. new byte[LargestFile]],
        };
        var nomination = await Nominate();
        await (await service.PutPaperAsync(Office, nomination, Report, bytes, "bao-cao.pdf")).ProblemAsync(status, code);
        Assert.Empty((await service.PartAsync(Office, nomination, Report))["versions"]!.AsArray());
    }

    [Fact]
    public async Task Upload_LargestPdfWordAndPicture_AreTakenByTheirBytes()
    {
        var nomination = await Nominate();
        var whole = new byte[LargestFile];
        Pdf("x").CopyTo(whole, 0);
        foreach (var (bytes, name, type) in new[]
        {
            (whole, "../../etc/báo cáo.docx", "application/pdf"),
            (Package("word/document.xml"), @"C:\Users\a\bao-cao.pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1], "a.png", "image/png"),
            ([0xFF, 0xD8, 0xFF, 0xE0, 1], "b.jpg", "image/jpeg"),
        })
        {
            var current = (await service.PutPaperAsync(Office, nomination, Report, bytes, name).OkAsync())["current"]!;
            Assert.Equal(type, (string?)current["mediaType"]);
            Assert.Equal(bytes.Length, (int)current["size"]!);
            // Without the folders the sender put before it.
            Assert.Equal(name.Split('/', '\\')[^1], (string?)current["name"]);
        }
        var answer = await service.As(Ltn).GetAsync($"/nominations/{nomination["id"]}/dossier/{Report}/content?version=1");
        Assert.Equal(whole, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Upload_AsTheBodyItself_IsTakenToo_OtherTypesAreNot()
    {
        var nomination = await Nominate();
        var path = $"/nominations/{nomination["id"]}/dossier/{Report}";
        var pdf = new ByteArrayContent(Pdf("thân")) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        await service.As(Office).PutAsync(path, pdf).OkAsync();
        await (await service.As(Office).PutAsJsonAsync(path, new { x = 1 })).ProblemAsync(415);
    }

    [Fact]
    public async Task Upload_TwoAtOnce_BothKeptOneCounts_StaleIs412()
    {
        var nomination = await Nominate();
        var answers = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => service.PutPaperAsync(Office, nomination, Report, Pdf($"bản {i}"))));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        var part = await service.PartAsync(Office, nomination, Report);
        Assert.Equal([1, 2, 3, 4], part["versions"]!.AsArray().Select(v => (int)v!["version"]!));
        Assert.Equal(4, (int)part["current"]!["version"]!);
        Assert.Equal(4, part["versions"]!.AsArray().Select(v => (string?)v!["hash"]).Distinct().Count());

        await (await service.PutPaperAsync(Office, nomination, Report, Pdf("bản 5"), ifMatch: "\"3\"")).ProblemAsync(412, "EMU-0008");
        var fifth = await service.PutPaperAsync(Office, nomination, Report, Pdf("bản 5"), ifMatch: "\"4\"");
        Assert.Equal("\"5\"", fifth.Headers.ETag?.Tag);
    }

    [Fact]
    public async Task Upload_SameBytes_AreStoredOnceAndMakeNoNewVersion()
    {
        var (first, second) = (await Nominate(), await Nominate());
        var bytes = Pdf("cùng một tờ trình");
        Assert.Equal(HttpStatusCode.Created, (await service.PutPaperAsync(Office, first, Submission, bytes)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await service.PutPaperAsync(Office, first, Submission, bytes)).StatusCode);
        var part = await service.PutPaperAsync(Office, second, Submission, bytes).OkAsync();
        Assert.Single(part["versions"]!.AsArray());
        var hash = (string)part["current"]!["hash"]!;
        Assert.Equal(1, await service.WithDb(db => db.PaperContents.CountAsync(c => c.Hash == hash)));
    }

    [Fact]
    public async Task Part_OfAnotherCategory_IsUnknown()
    {
        var nomination = await Nominate();
        await (await service.PutPaperAsync(Office, nomination, "bien-ban-khoi", Pdf("x"))).ProblemAsync(400, "NOM-0050");
        foreach (var (act, body) in new (string, object)[]
        {
            ("withdraw", new { reason = "x" }), ("share", new { nominationIds = new[] { (await Nominate())["id"] } }), ("document", new { documentId = Guid.NewGuid() }),
            ("confirm", new { hash = "x", confirmedBy = "x" }),
        })
            await (await service.As(Office).PostAsJsonAsync($"/nominations/{nomination["id"]}/dossier/bien-ban-khoi/{act}", body)).ProblemAsync(400, "NOM-0050");
    }

    [Fact]
    public async Task Share_OnePaperForAWholeList_StandsInEachDossier()
    {
        // CVA-26/III.4.1: the submission carries a list.
        var (first, second, third) = (await Nominate(), await Nominate(), await Nominate());
        var path = $"/nominations/{first["id"]}/dossier";
        object To(params JsonNode?[] ids) => new { nominationIds = ids };
        await (await service.As(Office).PostAsJsonAsync($"{path}/{Submission}/share", To(second["id"]))).ProblemAsync(409, "NOM-0055");
        await service.PutPaperAsync(Office, first, Submission, Pdf("danh sách")).OkAsync();
        var parts = (await service.As(Office).PostAsJsonAsync($"{path}/{Submission}/share", To(second["id"], third["id"])).OkAsync())["parts"]!.AsArray();
        Assert.Equal(2, parts.Count);
        Assert.All(parts, p => Assert.True((bool)p!["complete"]!));
        Assert.Equal(Pdf("danh sách"), await service.As(Ltn).GetByteArrayAsync($"/nominations/{third["id"]}/dossier/{Submission}/content"));

        await service.PutPaperAsync(Office, first, Report, Pdf("của riêng")).OkAsync();
        await (await service.As(Office).PostAsJsonAsync($"{path}/{Report}/share", To(second["id"]))).ProblemAsync(409, "NOM-0061");
        await (await service.As(Office).PostAsJsonAsync($"{path}/{Submission}/share", To(second["id"], null))).ProblemAsync(400);
        await (await service.As(Office).PostAsJsonAsync($"{path}/{Submission}/share", To(second["id"], second["id"]))).ProblemAsync(400, "EMU-0001");
        var foreign = await service.PostAsync(Cva, Body("TP-26-30", "leading", Cva, 2026));
        var refused = await (await service.As(Office).PostAsJsonAsync($"{path}/{Submission}/share", To(second["id"], foreign["id"]))).ProblemAsync(404, "EMU-0005");
        Assert.Equal("/nominationIds/1", (string?)refused["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task Document_IssuedHere_StandsForAFile()
    {
        var nomination = await Nominate();
        var id = (Guid)nomination["id"]!;
        var path = $"/nominations/{id}/dossier";
        async Task<Guid> Issue(string unit, string type, Guid about)
        {
            var issued = new DocumentIssued
            {
                DocumentId = Guid.CreateVersion7(), UnitCode = unit, Type = type, Year = 2026, Number = 7, Symbol = $"07/{type}-UBND", Date = new(2026, 11, 20),
                NominationIds = [about], PdfSha256 = new string('a', 64), OccurredAt = service.Time.Now, ActedBy = "test",
            };
            await service.DeliverAsync(issued, consumers: 2);
            return issued.DocumentId;
        }
        var submission = await Issue(Ltn, "TTr", id);
        // Not seen by an office, not about this nomination, not of that type, not there at all.
        await (await service.As(Office).PostAsJsonAsync($"{path}/{Submission}/document", new { documentId = submission })).ProblemAsync(400, "NOM-0059");
        foreach (var wrong in new[] { await Issue(Ltn, "TTr", Guid.NewGuid()), await Issue(Ltn, "QĐ", id), Guid.NewGuid() })
            await (await service.As(Ltn).PostAsJsonAsync($"{path}/{Submission}/document", new { documentId = wrong })).ProblemAsync(400, "NOM-0059");
        var part = await service.As(Ltn).PostAsJsonAsync($"{path}/{Submission}/document", new { documentId = submission }).OkAsync();
        Assert.True((bool)part["complete"]!);
        Assert.Equal(("07/TTr-UBND", new string('a', 64)), ((string?)part["current"]!["documentSymbol"], (string?)part["current"]!["hash"]));
        var elsewhere = await (await service.As(Ltn).GetAsync($"{path}/{Submission}/content")).ProblemAsync(409, "NOM-0064");
        Assert.Equal(submission, (Guid)elsewhere["documentId"]!);
    }

    private Task<JsonNode> Nominate() => service.PostAsync(Office, Body("LTN-26-30", "ward-collective", Office, 2026, submit: true));
}
