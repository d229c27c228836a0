using System.Text.Json;
using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Reading;
using Emulation.Documents.PlanImport.Source;
namespace Emulation.Documents.Tests.PlanImport;
public sealed class SeedTests
{
    [Fact]
    public void Dump()
    {
        var units = Catalogue.Units;
        foreach (var f in Directory.GetFiles("/work/shared/seeds", "*.txt").Order())
        {
            var w = new StringWriter();
            var plan = PlanReader.Read(PlainSource.Read(File.ReadAllBytes(f))!, units);
            w.WriteLine("##### " + f + " unaccented " + plan.Unaccented);
            foreach (var n in plan.Nodes) w.WriteLine($"{new string(' ', n.Level * 2)}{n.Address} [{n.Kind} {n.Mark}] {n.Text[..Math.Min(70, n.Text.Length)]}");
            foreach (var fl in plan.Fields) w.WriteLine($"{fl.Key} {fl.State} {fl.Value} -- {fl.Reason}");
            foreach (var x in plan.Warnings) w.WriteLine($"WARN {x.Code} {x.Detail}");
            foreach (var (k, fact) in Facts.Of(plan)) w.WriteLine($"{k} = {fact}");
            File.WriteAllText("/tmp/dump-" + Path.GetFileNameWithoutExtension(f) + ".txt", w.ToString());
        }
    }
}
