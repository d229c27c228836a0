using System.Globalization;
using System.Text.Json;
using Emulation.Contracts.Campaigns;
using Emulation.Documents.PlanImport;
using Emulation.Documents.PlanImport.Awards;
using Emulation.Documents.PlanImport.Reading;
using Emulation.ServiceDefaults;

namespace Emulation.Documents.Tests.PlanImport;

/// <summary>What was read, one short line for each fact, so that it can be held against a list.</summary>
internal static class Facts
{
    public static readonly string[] Kinds = ["header", "basis", "deadline", "quota", "recipient", "signer", "stamp", "category", "criterion", "dossier"];

    public static IEnumerable<(string Kind, string Fact)> Of(ReadPlan plan) =>
        plan.Fields.Where(f => f.Value is not null).SelectMany(f => Of(f).Select(fact => (fact.Kind, Fact: fact.Fact.Normalize())));

    private static T As<T>(ImportedField field) => field.Value!.Value.Deserialize<T>(Json.Options)!;

    private static IEnumerable<(string Kind, string Fact)> Of(ImportedField field)
    {
        switch (field.Group)
        {
            case "header.agency" or "header.symbol" or "header.place" or "header.type" or "shortName" or "unitCode":
                return [("header", $"{field.Key} {As<string>(field)}")];
            case "header.number" or "fromYear" or "toYear":
                return [("header", $"{field.Key} {As<int>(field)}")];
            case "header.date":
                var date = As<PrintedDate>(field);
                return [("header", $"{field.Key} {date.Day}/{date.Month}/{date.Year}")];
            case "bases":
                var basis = As<LegalBasis>(field);
                return [("basis", $"{basis.Verb} {basis.Type} {basis.Number} {basis.Date:dd/MM/yyyy} {basis.Issuer}")];
            case "recipients":
                return [("recipient", As<string>(field))];
            case "signer":
                var signer = As<PrintedSigner>(field);
                return [("signer", $"{signer.Authority} / {signer.Position} / {signer.Name.Split(' ').Length} words")];
            case "stamps":
                var stamp = As<PrintedStamp>(field);
                return [("stamp", $"{stamp.Time:yyyy-MM-ddTHH:mm:sszzz} {(stamp.Agency ? "agency" : "person")} {stamp.Place} {stamp.Email?[(stamp.Email.IndexOf('@', StringComparison.Ordinal))..]}")];
            case "deadlines":
                var deadline = As<ImportedDeadline>(field);
                var day = deadline.Deadline.Date is { } once ? once.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : $"{deadline.Deadline.EveryYear!.Day:00}/{deadline.Deadline.EveryYear.Month:00} every year +{deadline.Deadline.EveryYear.YearsAfter}";
                return [("deadline", $"{Word(deadline.For)} {Word(deadline.Cadence)} {Word(deadline.Deadline.Boundary)} {day}")];
            case "quotas":
                return [("quota", Of(As<ImportedQuota>(field)))];
            case "categories":
                var category = As<ImportedCategory>(field).Category;
                return [("category", $"{category.Key} {category.Award.Code} {Of(category.Standard.Canonical)}{(category.Standard.Literal is { } literal ? $" | literal {Of(literal)}" : "")}{(category.Council is null ? "" : " | council")}")];
            case "criteria":
                var c = As<PlanCriterion>(field);
                return [("criterion", $"{c.Clause} {Word(c.Kind)} {Word(c.Operator)} {c.Value?.ToString(CultureInfo.InvariantCulture)}{c.Unit}{(c.Gate ? "" : " aim")}{(c.ExceedAsked ? " exceed" : "")}")];
            case "dossier":
                var part = As<DossierPart>(field);
                return [("dossier", $"{part.Key}{(part.ConfirmedByHead ? " confirmed" : "")}")];
            default:
                return [];
        }
    }

    private static string Of(ImportedQuota quota)
    {
        var q = quota.Quota;
        var how = q.AllottedByCity ? "allotted" : q.OutsideQuota ? $"outside [{string.Join(' ', q.Reasons.Select(r => r.Key))}]" : q.ShareOfParticipants is { } share ? $"<= {share}%" : $"<= {q.AtMost}";
        return $"{Word(q.Scope)} {how}{(q.AtMostWithFlagNominee is { } flag ? $" ({flag} with flag)" : "")}: {string.Join(' ', quota.Categories.Order(StringComparer.Ordinal))}";
    }

    public static string Of(Condition condition) => condition switch
    {
        AllOf all => $"all({string.Join(", ", all.Conditions.Select(Of))})",
        AnyOf any => $"any({string.Join(", ", any.Conditions.Select(Of))})",
        IndexRank rank => $"rank[{Tops(rank.Tops)}]",
        YearsInTop years => $"years>={years.AtLeast}[{Tops(years.Tops)}]{years.FromYear}-{years.ToYear}",
        LeadsBlock => "leadsBlock",
        LeadsOffices => "leadsOffices",
        RecognisedInitiatives i => $"initiatives>={i.AtLeast}{(i.Recognised ? "+recognised" : "")}{(i.Applied ? "+applied" : "")}{(i.Replicable ? "+replicable" : "")}{(i.RecognisedBy is { } by ? $" by {Word(by)}" : "")}",
        Attested a => $"{a.Statement}{(a.By.Length == 1 ? $" by {Word(a.By[0])}" : "")}",
        CompletionGrade grade => $"grade>={Word(grade.AtLeast)}",
        DirectService service => $"service>={service.YearsAtLeast} {service.FromYear}-{service.ToYear}",
        ByLaw => "byLaw",
        _ => condition.GetType().Name,
    };

    private static string Tops(TopOfBlock[] tops) => string.Join(' ', tops.Select(t => $"{t.Block}<={t.Rank}"));

    private static string Word<T>(T value) => value is null ? "any" : JsonNamingPolicy.CamelCase.ConvertName(value.ToString()!);
}
