using System.Security.Claims;
using Emulation.Portal.Clients;

namespace Emulation.Portal.Nominating;

/// <summary>A statement that a category's standard asks for.</summary>
/// <param name="Key">Its key: <c>ethics</c>, or <c>byLaw</c> where the standard is the law's own.</param>
/// <param name="Texts">What it must say, one for each clause that words it differently.</param>
/// <param name="Clauses">Clauses that ask for it.</param>
/// <param name="By">Bodies that may make it.</param>
/// <param name="Evidence">Whether number and date of a document are asked for.</param>
public sealed record AskedStatement(string Key, string[] Texts, string[] Clauses, string[] By, bool Evidence)
{
    private const string ByLaw = "byLaw";

    /// <summary>All that the reading in force asks for, each once, in the order of the plan.</summary>
    public static AskedStatement[] Of(FullCategoryAnswer category) =>
        [.. category.Standard.InForce.All().Where(c => c.Kind is "attested" or ByLaw).GroupBy(c => c.Statement ?? ByLaw).Select(g => new AskedStatement(
            g.Key, [.. g.Select(c => c.Basis is { } basis ? $"{c.Text} ({basis})" : c.Text).Distinct()], [.. g.Select(c => c.Clause).Distinct()],
            // One clause that lets anybody speak lets anybody speak.
            g.Any(c => c.By is not { Length: > 0 }) ? [.. NominatingWords.Attesters.Select(a => a.Code)] : [.. NominatingWords.Attesters.Select(a => a.Code).Where(b => g.Any(c => c.By!.Contains(b)))],
            g.Any(c => c.EvidenceRequired || c.Kind == ByLaw)))];

    public string Text => string.Join("; ", Texts);

    /// <summary>The bodies this person may speak for; empty = it is for others to say.</summary>
    public (string Code, string Name)[] Mine(ClaimsPrincipal who) => [.. NominatingWords.Attesters.Where(a => By.Contains(a.Code) && who.MayAttestAs(a.Code))];

    /// <summary>What this person's form shows of what was said; never what another body said, which is not this person's to repeat.</summary>
    public AttestationAnswer? Shown(IEnumerable<AttestationAnswer> said, ClaimsPrincipal who) =>
        said.Where(a => a.Statement == Key && By.Contains(a.By) && who.MayAttestAs(a.By)).OrderBy(a => a.Clause is not null).FirstOrDefault();
}
