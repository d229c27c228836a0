using Emulation.Contracts.Campaigns;
using Emulation.Contracts.Nominations;

namespace Emulation.Nominations.Domain.Eligibility;

/// <summary>Conditions that rest on the nomination itself: initiatives, statements, grades, a flag nominee beside it.</summary>
internal static class NomineeConditions
{
    /// <summary>Statement under which a competent body confirms a standard of law.</summary>
    public const string ByLawStatement = "byLaw";

    public static VerdictNode Of(RecognisedInitiatives condition, Facts facts)
    {
        var distinct = facts.Initiatives.GroupBy(i => i.Key, StringComparer.Ordinal).Select(g => g.MaxBy(i => Qualifies(condition, i))!).ToArray();
        var certain = distinct.Count(i => Qualifies(condition, i) == Outcome.Met);
        var pending = distinct.Count(i => Qualifies(condition, i) == Outcome.NotYetKnown);
        var repeated = facts.Initiatives.Length - distinct.Length;
        return Judge.Node(condition, "initiatives", Judge.Enough(certain, pending, condition.AtLeast),
            $"Có {certain} sáng kiến đủ điều kiện{(pending > 0 ? $", {pending} sáng kiến còn chờ" : "")}; cần ít nhất {condition.AtLeast}.") with
        {
            Facts = [.. distinct.Select(i => new Fact(i.Title, State(i), i.Decision is { } d ? $"Quyết định {d}" : "Sổ sáng kiến"))],
            Warnings =
            [
                .. repeated > 0 ? new[] { $"{repeated} sáng kiến được kê trùng, chỉ tính một lần." } : [],
                .. distinct.Where(i => i.AlsoIn is { Length: > 0 }).Select(i => $"Sáng kiến “{i.Title}” còn được kê ở hồ sơ {string.Join(", ", i.AlsoIn!)}, cần xem xét."),
            ],
            Basis = new InitiativesBasis(condition.AtLeast, condition.Recognised, condition.Applied, condition.Replicable, condition.RecognisedBy,
                [.. distinct.Select(i => new InitiativeFound(i.Id, i.Recognised, i.Applied, i.Replicable, i.RecognisedBy))]),
        };
    }

    private static Outcome Qualifies(RecognisedInitiatives asked, InitiativeFact initiative)
    {
        var recognised = !asked.Recognised ? Outcome.Met
            : !initiative.Recognised ? Outcome.NotYetKnown
            : asked.RecognisedBy is { } body && !Counts(initiative.RecognisedBy, body) ? Outcome.NotMet
            : Outcome.Met;
        return new[] { recognised, Flag(asked.Applied, initiative.Applied), Flag(asked.Replicable, initiative.Replicable) }.Min();
    }

    /// <summary>Recognised by the body asked for or by one above it: all are above the head of a unit, the city above all.</summary>
    private static bool Counts(Attester? by, Attester asked) => by == asked || by == Attester.City || (by is not null && asked == Attester.HeadOfUnit);

    private static Outcome Flag(bool asked, bool? holds) => !asked || holds == true ? Outcome.Met : holds is null ? Outcome.NotYetKnown : Outcome.NotMet;

    private static string State(InitiativeFact i) => string.Join(", ",
        i.Recognised ? $"đã công nhận ({Name(i.RecognisedBy)})" : "chưa công nhận",
        i.Applied switch { true => "đã áp dụng", false => "chưa áp dụng", null => "chưa rõ việc áp dụng" },
        i.Replicable switch { true => "có thể nhân rộng", false => "không nhân rộng", null => "chưa rõ khả năng nhân rộng" });

    public static VerdictNode Of(Attested condition, Facts facts) =>
        Attestations(condition, "attested", facts, condition.Statement, condition.By, condition.EvidenceRequired);

    public static VerdictNode Of(ByLaw condition, Facts facts)
    {
        var node = Attestations(condition, "byLaw", facts, ByLawStatement, [], evidenceRequired: true);
        return node with { Facts = [new Fact("Căn cứ", condition.Basis, "Pháp luật về thi đua, khen thưởng"), .. node.Facts] };
    }

    private static VerdictNode Attestations(Condition condition, string kind, Facts facts, string statement, Attester[] by, bool evidenceRequired)
    {
        var relevant = facts.Attestations
            .Where(a => a.Statement == statement && (by.Length == 0 || by.Contains(a.By)) && (a.Clause is null || a.Clause == condition.Clause)).ToArray();
        var from = by.Length == 0 ? "cơ quan có thẩm quyền" : string.Join(" hoặc ", by.Select(b => Name(b)));
        var (outcome, explanation) =
            relevant.FirstOrDefault(a => !a.Holds) is { } no ? (Outcome.NotMet, $"Không đạt theo xác nhận của {Name(no.By)}.")
            : relevant.FirstOrDefault(a => a.Holds && (!evidenceRequired || !string.IsNullOrWhiteSpace(a.Evidence))) is { } yes ? (Outcome.Met, $"Đạt theo xác nhận của {Name(yes.By)}.")
            : relevant.Length > 0 ? (Outcome.NotYetKnown, "Đã có xác nhận nhưng thiếu minh chứng.")
            : (Outcome.NotYetKnown, $"Chưa có xác nhận của {from}.");
        return Judge.Node(condition, kind, outcome, explanation) with
        {
            Facts = [.. relevant.Select(a => new Fact(a.Holds ? "Xác nhận đạt" : "Xác nhận không đạt", a.Evidence ?? "không kèm minh chứng", Name(a.By)))],
            Basis = new StatementsBasis(statement, by, evidenceRequired, relevant),
        };
    }

    public static VerdictNode Of(CompletionGrade condition, Facts facts)
    {
        // A yearly award asks for the grade of its year, an end-of-period one for the latest.
        var grade = facts.Cadence == Cadence.Period
            ? facts.Grades.Where(g => g.Year <= facts.Year).OrderByDescending(g => g.Year).ThenBy(g => g.Grade).FirstOrDefault()
            : facts.Grades.Where(g => g.Year == facts.Year).MinBy(g => g.Grade);
        if (grade is null)
            return Judge.Node(condition, "completionGrade", Outcome.NotYetKnown, $"Chưa có kết quả xếp loại năm {facts.Year}.") with { Basis = new GradeBasis(condition.AtLeast, facts.Year, null) };
        return Judge.Node(condition, "completionGrade", grade.Grade >= condition.AtLeast ? Outcome.Met : Outcome.NotMet,
            $"Năm {grade.Year}: {Name(grade.Grade)}; cần ít nhất {Name(condition.AtLeast)}.") with
        {
            Facts = [new Fact($"Xếp loại năm {grade.Year}", Name(grade.Grade), grade.Decision ?? "Hồ sơ đề nghị")],
            Basis = new GradeBasis(condition.AtLeast, grade.Year, grade.Grade),
        };
    }

    public static VerdictNode Of(FlagNomineeMember condition, Facts facts)
    {
        var (outcome, explanation) = facts.HasFlagNominee switch
        {
            true => (Outcome.Met, "Đơn vị có tập thể được đề nghị tặng Cờ thi đua."),
            false => (Outcome.NotMet, "Đơn vị không có tập thể được đề nghị tặng Cờ thi đua."),
            null => (Outcome.NotYetKnown, "Đơn vị chưa có tập thể được đề nghị tặng Cờ thi đua."),
        };
        return Judge.Node(condition, "flagNomineeMember", outcome, explanation) with { Basis = new FlagNomineeBasis(facts.HasFlagNominee) };
    }

    private static string Name(Attester? attester) => attester switch
    {
        Attester.HeadOfUnit => "thủ trưởng cơ quan, đơn vị",
        Attester.WardCommittee => "Ủy ban nhân dân cấp xã",
        Attester.Council => "Hội đồng Thi đua - Khen thưởng",
        Attester.City => "cơ quan cấp thành phố",
        _ => "chưa rõ cơ quan",
    };

    private static string Name(Grade grade) => grade switch
    {
        Grade.CompletedOutstandingly => "hoàn thành xuất sắc nhiệm vụ",
        Grade.CompletedWell => "hoàn thành tốt nhiệm vụ",
        Grade.Completed => "hoàn thành nhiệm vụ",
        _ => "không hoàn thành nhiệm vụ",
    };
}
