using System.Net.Http.Headers;
using System.Net.Http.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;
using Emulation.TestKit;
using Xunit;

namespace Emulation.Scoring.Tests.Api;

/// <summary>A unit fills in its sheet, and the city the survey, as a workbook; whatever is wrong is told by cell.</summary>
public class SheetWorkbookTests(ScoringFixture service) : IClassFixture<ScoringFixture>
{
    private const string Leaves = "Phiếu chấm điểm", Head = "Thông tin chung", Survey = "Điều tra xã hội học";

    private async Task<HttpResponseMessage> PutAsync(string path, byte[] book, HttpClient client, int? seen = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = new ByteArrayContent(book) { Headers = { ContentType = new MediaTypeHeaderValue(SpreadsheetWriter.ContentType) } } };
        if (seen is { } version)
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        return await client.SendAsync(request);
    }

    private static async Task<byte[]> GetAsync(string path, HttpClient client)
    {
        var response = await client.GetAsync(path);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}");
        var book = await response.Content.ReadAsByteArrayAsync();
        using var document = SpreadsheetDocument.Open(new MemoryStream(book), false);
        Assert.Empty(new OpenXmlValidator().Validate(document));
        return book;
    }

    /// <summary>The same workbook with some cells written anew: a text, or a number; null empties the cell.</summary>
    private static byte[] With(byte[] book, string sheet, params (string Cell, object? Value)[] cells)
    {
        using var memory = new MemoryStream();
        memory.Write(book);
        using (var document = SpreadsheetDocument.Open(memory, true))
        {
            var workbook = document.WorkbookPart!;
            var id = workbook.Workbook.Descendants<Sheet>().Single(s => s.Name == sheet).Id!.Value!;
            var data = ((WorksheetPart)workbook.GetPartById(id)).Worksheet.GetFirstChild<SheetData>()!;
            foreach (var (address, value) in cells)
            {
                var row = data.Elements<Row>().Single(r => r.RowIndex! == uint.Parse(string.Concat(address.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture));
                row.Elements<Cell>().FirstOrDefault(c => c.CellReference == address)?.Remove();
                if (value is null)
                    continue;
                var cell = value is string text ? new Cell { CellReference = address, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) } : new Cell { CellReference = address, CellValue = new CellValue(Convert.ToDecimal(value)) };
                var next = row.Elements<Cell>().FirstOrDefault(c => string.CompareOrdinal(Column(c.CellReference!), Column(address)) > 0);
                row.InsertBefore(cell, next);
            }
        }
        return memory.ToArray();
    }

    private static string Column(string address) => string.Concat(address.Where(char.IsLetter)).PadLeft(3);

    /// <summary>Rows of the small set: 2 area A, 3 A.1, 4 A.2, 5 area B, 6 B.1, 7 X.1.</summary>
    private async Task<(Scene Scene, HttpClient Ward, string Path)> DraftAsync()
    {
        var scene = await service.SceneAsync(1);
        var ward = service.As(scene.Units[0]);
        var id = (string)(await ward.PostAsJsonAsync("/score-sheets", new { unitCode = scene.Units[0], year = 2025, indexSet = scene.Set, entries = Array.Empty<object>() }).OkAsync())["id"]!;
        return (scene, ward, $"/score-sheets/{id}");
    }

    [Fact]
    public async Task Workbook_FilledIn_IsTheSheet()
    {
        var (_, ward, path) = await DraftAsync();
        var book = With(await GetAsync($"{path}/workbook", ward), Leaves, ("F3", 40), ("G3", "50"), ("L3", "theo báo cáo năm"), ("E4", "Có"), ("L4", "đã ban hành"), ("I7", 1), ("L7", "mô hình"));
        var sheet = await (await PutAsync($"{path}/workbook", book, ward, seen: 1)).JsonAsync();
        Assert.Equal((2, 85.7143m, 1m), ((int)sheet["version"]!, (decimal)sheet["index"]!, (decimal)sheet["bonus"]!));
        var leaf = (await ward.GetAsync(path).OkAsync())["leaves"]![0]!;
        Assert.Equal((40m, 50m, "theo báo cáo năm"), ((decimal)leaf["self"]!["done"]!, (decimal)leaf["self"]!["total"]!, (string?)leaf["explanation"]));
        // Sent back as it came: nothing changes.
        await (await PutAsync($"{path}/workbook", await GetAsync($"{path}/workbook", ward), ward)).JsonAsync();
        Assert.Empty((await ward.GetAsync($"{path}/history").OkAsync())["items"]![2]!["changes"]!.AsArray());
        Assert.Equal("\"3\"", (await ward.GetAsync($"{path}/workbook")).Headers.ETag?.Tag);
        await (await PutAsync($"{path}/workbook", book, ward, seen: 1)).ProblemAsync(412, "EMU-0008");
    }

    [Fact]
    public async Task Workbook_OfTheWholeCommuneSet_ComesBackUnchanged()
    {
        var set = Samples.Commune with { Code = "cchc-xa-bang-tinh", Blocks = ["khoi-bang-tinh"] };
        await service.City.PostAsJsonAsync("/index-sets", set, Json.Options).OkAsync();
        await service.City.PostAsync($"/index-sets/{set.Code}/activate", null).OkAsync();
        await service.RegisterAsync("19001", "khoi-bang-tinh");
        await service.City.PostAsJsonAsync("/rounds", new { year = 2025, block = "khoi-bang-tinh", indexSet = set.Code, selfScoreUntil = "2028-12-31" }).OkAsync();
        var ward = service.As("19001");
        var file = (string)(await EvidenceTests.FileAsync(ward, null, "a.pdf", EvidenceTests.Pdf("a")))["id"]!;
        var entries = set.Definition.Leaves.Where(l => !l.CityOnly).Select((l, i) => (object)(
            l.NotApplicableAllowed && i % 2 == 0 ? new { leaf = l.Code, notApplicable = true, explanation = "không phát sinh" }
            : l.Formula switch
            {
                Scoring.Domain.Formulas.YesNo => new { leaf = l.Code, met = i % 2 == 0, evidence = new[] { file } },
                Scoring.Domain.Formulas.Ratio or Scoring.Domain.Formulas.RatioWithFloor => new { leaf = l.Code, done = 7.5m, total = 9, explanation = "= không phải công thức" },
                Scoring.Domain.Formulas.CountTimesPoints or Scoring.Domain.Formulas.Deduction => new { leaf = l.Code, count = 2, explanation = "x" },
                _ => new { leaf = l.Code, value = 97.254321m, explanation = "dòng 1\ndòng 2" },
            })).ToArray();
        var id = (await ward.PostAsJsonAsync("/score-sheets", new { unitCode = "19001", year = 2025, indexSet = set.Code, entries }).OkAsync())["id"];
        await (await PutAsync($"/score-sheets/{id}/workbook", await GetAsync($"/score-sheets/{id}/workbook", ward), ward)).JsonAsync();
        var acts = (await ward.GetAsync($"/score-sheets/{id}/history").OkAsync())["items"]!.AsArray();
        Assert.Equal((55, 0), (acts[0]!["changes"]!.AsArray().Count, acts[1]!["changes"]!.AsArray().Count));
    }

    [Fact]
    public async Task Workbook_FaultyCells_AreToldOneByOneAndNothingIsKept()
    {
        var (scene, ward, path) = await DraftAsync();
        var book = await GetAsync($"{path}/workbook", ward);
        async Task FaultsAsync(string code, byte[] sent, params string[] pointers)
        {
            var problem = await (await PutAsync($"{path}/workbook", sent, ward)).ProblemAsync(code == "SCO-0010" ? 409 : 400, code);
            Assert.Equal(pointers.Order(StringComparer.Ordinal), problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!).Order(StringComparer.Ordinal));
            Assert.All(problem["errors"]!.AsArray(), e => Assert.NotEmpty((string)e!["detail"]!));
            Assert.Equal(1, (int)(await ward.GetAsync(path).OkAsync())["sheet"]!["version"]!);
        }
        // What cannot be read: words for a number, a formula sign is a text, an unclear thousand.
        await FaultsAsync("SCO-0053", With(book, Leaves, ("F3", "bốn mươi"), ("G3", "1.234"), ("E4", "có lẽ")), $"/{Leaves}!F3", $"/{Leaves}!G3", $"/{Leaves}!E4");
        // What the leaf does not take: part without whole, a figure for a yes or no, an unknown leaf, a survey leaf.
        await FaultsAsync("SCO-0009", With(book, Leaves, ("F3", 40), ("H4", "97,25")), $"/{Leaves}!F3", $"/{Leaves}!H4");
        await FaultsAsync("SCO-0009", With(book, Leaves, ("A4", "Z.9"), ("E4", "Có")), $"/{Leaves}!E4");
        await FaultsAsync("SCO-0009", With(book, Leaves, ("A4", "A.1"), ("F4", 1), ("G4", 2), ("F3", 1), ("G3", 2)), $"/{Leaves}!A4");
        await FaultsAsync("SCO-0010", With(book, Leaves, ("H6", 90)), $"/{Leaves}!A6");
        await FaultsAsync("SCO-0053", With(book, Leaves, ("J7", "c=1")), $"/{Leaves}!J7");
        // Another unit's file.
        await FaultsAsync("SCO-0053", With(book, Head, ("B2", "10888"), ("B4", "2024")), $"/{Head}!B2", $"/{Head}!B4");
        await (await PutAsync($"{path}/workbook", [1, 2, 3], ward)).ProblemAsync(400, "SCO-0050");
        await (await PutAsync($"{path}/workbook", book, service.As("10888"))).ProblemAsync(404);
        await (await service.As("10888").GetAsync($"{path}/workbook")).ProblemAsync(404);
        await (await PutAsync($"{path}/workbook", book, service.As(scene.Units[0], Policies.ScoresRead))).ProblemAsync(403);
    }

    [Fact]
    public async Task Survey_AsAWorkbook_IsEnteredWholeOrNotAtAll()
    {
        var scene = await service.SceneAsync(3);
        foreach (var unit in scene.Units[..2])
            await scene.SubmittedAsync(unit, 40);
        var path = $"/score-sheets/survey/workbook?indexSet={scene.Set}&year=2025";
        var book = await GetAsync(path, service.City);
        var problem = await (await PutAsync(path, With(book, Survey, ("C2", 90), ("C3", 101)), service.City)).ProblemAsync(400, "SCO-0046");
        Assert.Equal($"/{Survey}!C3", (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
        await (await PutAsync(path, With(book, Survey, ("A3", scene.Units[2]), ("C3", 90)), service.City)).ProblemAsync(400, "SCO-0046");
        await (await PutAsync(path, book, service.City)).ProblemAsync(400, "SCO-0053");
        await (await PutAsync(path, book, service.As(scene.Units[0]))).ProblemAsync(403, "SCO-0014");
        var done = await (await PutAsync(path, With(book, Survey, ("C2", "91,87%"), ("C3", "80,5")), service.City)).JsonAsync();
        Assert.Equal((2, 2), ((int)done["sheets"]!, (int)done["results"]!));
        var sheet = (await service.City.GetAsync($"/score-sheets?unitCode={scene.Units[0]}").OkAsync())["items"]![0]!;
        Assert.Equal(87.561m, (decimal)sheet["index"]!);
        // What was entered comes back when the workbook is fetched again.
        await (await PutAsync(path, await GetAsync(path, service.City), service.City)).JsonAsync();
        Assert.Equal(87.561m, (decimal)(await service.City.GetAsync($"/score-sheets?unitCode={scene.Units[0]}").OkAsync())["items"]![0]!["index"]!);
    }
}
