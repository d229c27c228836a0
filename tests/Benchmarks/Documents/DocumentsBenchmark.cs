extern alias documents;

using System.Diagnostics;
using documents::Emulation.Documents.Certificates;
using documents::Emulation.Documents.Rendering.Docx;
using documents::Emulation.Documents.Rendering.Fonts;
using documents::Emulation.Documents.Rendering.Pdf;

namespace Emulation.Benchmarks.Documents;

/// <summary>Certificates and six-page dossiers written as PDF, against LibreOffice converting the DOCX of the same words. Its DOCX lie ready before the clock starts; ours begins with the words.</summary>
internal static class DocumentsBenchmark
{
    public static async Task<IReadOnlyList<Line>> RunAsync(Options options)
    {
        var fonts = FontLibrary.Load();
        var templates = new CertificateTemplates(Path.Combine(AppContext.BaseDirectory, "certificate-templates"));
        var template = templates.For("31", "Bằng khen").First();
        var (renderer, pdf, docx) = (new CertificateRenderer(fonts, templates), new PdfRenderer(fonts), new DocxRenderer(fonts));
        var certificates = Papers.Certificates(options.Documents);
        var dossiers = Enumerable.Range(1, options.Documents).Select(Papers.Dossier).ToList();
        var pages = PdfRenderer.Pages(new PdfContext(fonts), dossiers[0]).Count;

        var root = Directory.CreateTempSubdirectory("documents-benchmark").FullName;
        using var office = Office.Find();
        try
        {
            var (own, first, second) = (Folder("own"), Folder("certificates"), Folder("dossiers"));
            var works = new Interleaved(options.Runs);
            var (ours, ourDossiers) = ($"{options.Documents} certificates", $"{options.Documents} dossiers of {pages} pages");
            works.Add(ours, () => Write(certificates, (c, i) => Save(own, i, renderer.Render(c, template).Pdf!)));
            works.Add(ourDossiers, () => Write(dossiers, (d, i) => Save(own, i, pdf.Render(d))));
            if (office is not null)
            {
                await Write(certificates, (c, i) => File.WriteAllBytes(Path.Combine(first, $"{i:0000}.docx"), CertificateDocx.Render(c, template)));
                await Write(dossiers, (d, i) => File.WriteAllBytes(Path.Combine(second, $"{i:0000}.docx"), docx.Render(d)));
                works.Add("LibreOffice " + ours, () => office.ConvertAsync(first));
                works.Add("LibreOffice " + ourDossiers, () => office.ConvertAsync(second));
            }

            var times = await works.RunAsync();
            foreach (var time in times.Values)
                Console.WriteLine(time);
            Console.WriteLine($"Memory: this whole process {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MB{(office is null ? "" : $", LibreOffice {office.PeakMegabytes:0} MB")}");
            if (office is null)
            {
                Console.WriteLine("LibreOffice (soffice) is not installed: there is nothing to divide by, no row is written.");
                return [];
            }

            return
            [
                new Line($"documents: LibreOffice converts {ours} (DOCX → PDF)", times["LibreOffice " + ours], "the service writes them", times[ours], 10, AtLeast: true),
                new Line($"documents: LibreOffice converts {ourDossiers} (DOCX → PDF)", times["LibreOffice " + ourDossiers], "the service writes them", times[ourDossiers], 15, AtLeast: true),
            ];
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        string Folder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;
    }

    private static void Save(string folder, int number, byte[] content) => File.WriteAllBytes(Path.Combine(folder, $"{number:0000}.pdf"), content);

    private static Task Write<T>(List<T> items, Action<T, int> work)
    {
        for (var i = 0; i < items.Count; i++)
            work(items[i], i);
        return Task.CompletedTask;
    }
}
