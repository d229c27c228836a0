using Emulation.Documents.Domain.Papers;
using Emulation.Documents.Rendering.Model;
using static Emulation.Documents.Composition.Plans.PlanWords;
using static Emulation.Documents.Composition.VietnameseText;

namespace Emulation.Documents.Composition.Plans;

/// <summary>Kế hoạch phát động phong trào thi đua, in the order that plans have: purposes, contents, awards, calendar, who does what.</summary>
internal static class LaunchPlanText
{
    public static OfficialDocument Write(Draft draft, LaunchPlan plan)
    {
        var subject = PlanTitle.WithUnitFrom(draft.ProposingUnit, plan.Abstract);
        return new($"Kế hoạch {Continued(subject)}", draft.Issuer.InSentence, draft.Document.UpdatedAt,
        [
            new Section(PageOrientation.Portrait,
            [
                draft.Letterhead,
                new TitleBlock("KẾ HOẠCH", subject),
                new LegalBases([.. Bases(draft, plan)]),
                Paragraph.Of(Issuing(draft, plan, subject)),
                .. Outline.Blocks([.. Parts(draft, plan)]),
                .. Closing(draft, plan, subject),
                draft.Signature(plan.Recipients.Length > 0 ? plan.Recipients : ["Các cơ quan, đơn vị liên quan", draft.FiledByOwnSection]),
            ]),
        ]);
    }

    /// <summary>A plan rests on what it names itself, the city's launching decision first (LTN-26-30/B.1).</summary>
    private static IEnumerable<string> Bases(Draft draft, LaunchPlan plan) =>
        plan.LegalBases.Length > 0 ? plan.LegalBases.Select(Basis).Select(Days).DistinctBy(BasisKey.Of) : draft.Bases();

    // LTN-26-30/B.4: the short name is defined where it is first used.
    private static string Issuing(Draft draft, LaunchPlan plan, string subject) =>
        $"{UpperFirst(draft.Issuer.InSentence)} ban hành Kế hoạch {Continued(subject)}{(plan.ShortName is { } name ? $" (sau đây gọi tắt là {name})" : "")} với các nội dung cụ thể như sau:";

    private static IEnumerable<Outline> Parts(Draft draft, LaunchPlan plan)
    {
        if (plan.Purposes.Length + plan.Requirements.Length > 0)
            yield return new(Mark.Roman, "Mục đích, yêu cầu", Items: [.. Lettered("Mục đích", plan.Purposes), .. Lettered("Yêu cầu", plan.Requirements)]);
        if (Contents(plan).ToList() is { Count: > 0 } contents)
            yield return new(Mark.Roman, "Nội dung phong trào thi đua", Items: contents);
        if (new PlanAwards(draft, plan).Items().ToList() is { Count: > 0 } awards)
            yield return new(Mark.Roman, "Công tác khen thưởng", Items: awards);
        if (PlanDuties.Calendar(plan).ToList() is { Count: > 0 } calendar)
            yield return new(Mark.Roman, plan.Tasks.Length == 0 ? "Chế độ báo cáo" : "Nhiệm vụ cụ thể", Items: calendar);
        if (PlanDuties.Roles(plan).ToList() is { Count: > 0 } roles)
            yield return new(Mark.Roman, "Tổ chức thực hiện", Items: roles);
    }

    private static IEnumerable<Outline> Lettered(string head, PlanClause[] clauses)
    {
        if (clauses.Length > 0)
            yield return new(Mark.Number, head, Heading: true, [.. clauses.Select(clause => new Outline(clauses.Length == 1 ? Mark.None : Mark.Letter, Sentence(clause.Text)))]);
    }

    private static IEnumerable<Outline> Contents(LaunchPlan plan)
    {
        if (plan.Theme is { } theme)
            yield return new(Mark.None, $"Chủ đề thi đua: “{Bare(theme).Trim('“', '”', '"')}”.");
        if (plan.Participants is { } participants)
            yield return new(Mark.None, $"{UpperFirst(Bare(participants))} thi đua thực hiện tốt các nội dung trọng tâm sau:");
        if (plan.Criteria.Length == 0)
        {
            foreach (var content in plan.Contents)
                yield return new(Mark.Number, Sentence(content.Text));
            yield break;
        }

        foreach (var part in Lettered("Nội dung thi đua", plan.Contents))
            yield return part;
        yield return new(Mark.Number, "Tiêu chí, chỉ tiêu thi đua", Heading: true, [.. plan.Criteria.Select(criterion => new Outline(Mark.Letter, CriterionText.Of(criterion, plan)))]);
    }

    private static IEnumerable<Block> Closing(Draft draft, LaunchPlan plan, string subject)
    {
        if (plan.Feedback is { } feedback)
            yield return Paragraph.Of(Sentence(feedback.Text));
        yield return Paragraph.Of($"Trên đây là Kế hoạch {Continued(subject)}; {draft.Issuer.InSentence} yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện./.");
    }
}
