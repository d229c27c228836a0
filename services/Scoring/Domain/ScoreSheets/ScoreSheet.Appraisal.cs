using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Domain.Rounds;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.ScoreSheets;

/// <summary>From the first appraisal to the end.</summary>
public sealed partial class ScoreSheet
{
    /// <summary>Verdicts and survey results; when the appraiser is done, the sheet moves on. The last appraisal wins.</summary>
    internal (LeafChange[] Changes, Problem? Problem) Appraise(
        IndexSet set, Round round, LeafVerdict[] verdicts, SurveyResult[] survey, bool conclude, IReadOnlySet<Guid> evidence, string by, DateTimeOffset at)
    {
        if (State is ScoreSheetState.Draft or ScoreSheetState.AwaitingApproval)
            return ([], Problems.SheetNotSubmitted);
        if (State == ScoreSheetState.Final)
            return ([], Problems.SheetFinal);
        // The survey is no verdict on the unit's figures: it may come while the unit still explains.
        if (AwaitsExplanation(at) && verdicts.Length > 0)
            return ([], Awaited);
        var (appraisals, problem) = Verdicts.Read(set.Definition, Leaves, verdicts, survey, evidence, by, at);
        if (problem is not null)
            return ([], problem);
        var leaves = new Dictionary<string, SheetLeaf>(Leaves, StringComparer.Ordinal);
        foreach (var (code, appraisal) in appraisals!)
        {
            var leaf = leaves.GetValueOrDefault(code) ?? new SheetLeaf();
            leaves[code] = leaf with { Appraised = appraisal, First = State == ScoreSheetState.Submitted && !set.Definition.IsCityOnly(code) ? appraisal : leaf.First };
        }
        if (conclude && State == ScoreSheetState.Explained && leaves.Where(l => l.Value.Unanswered).Select(l => l.Key).Order(StringComparer.Ordinal).ToArray() is { Length: > 0 } open)
            return ([], Problems.ExplanationUnanswered with
            {
                Detail = $"Còn {open.Length} tiêu chí: {string.Join(", ", open)}.",
                Facts = new Dictionary<string, object?> { ["unanswered"] = open },
            });
        var changes = Replace(set, leaves);
        (AppraisedAt, AppraisedBy) = (at, by);
        if (conclude)
            MoveOn(round, at);
        return (changes, null);
    }

    private void MoveOn(Round round, DateTimeOffset at)
    {
        if (State == ScoreSheetState.Submitted && ToExplain().Any())
            (State, ExplainUntil) = (ScoreSheetState.UnderExplanation, round.ExplainUntil(at));
        else if (!AwaitsExplanation(at))
            State = ScoreSheetState.Appraised;
    }

    /// <summary>The unit explains changed leaves; saying nothing accepts the first appraisal.</summary>
    internal (LeafChange[] Changes, Problem? Problem) Explain(IndexSet set, LeafExplanation[] explanations, IReadOnlySet<Guid> evidence, string by, DateTimeOffset at)
    {
        if (State != ScoreSheetState.UnderExplanation)
            return ([], Problems.SheetNotUnderExplanation);
        if (!AwaitsExplanation(at))
            return ([], Problems.ExplanationTooLate with { Detail = $"Hạn giải trình là hết ngày {ExplainUntil:dd/MM/yyyy}." });
        List<FieldError> faults = [];
        var changed = ToExplain().ToHashSet();
        var leaves = new Dictionary<string, SheetLeaf>(Leaves, StringComparer.Ordinal);
        foreach (var (i, said) in explanations.Index())
        {
            if (!changed.Contains(said.Leaf))
                faults.Add(new FieldError($"/explanations/{i}/leaf", $"Tiêu chí {said.Leaf} không bị thay đổi khi thẩm định nên không giải trình."));
            else if (leaves[said.Leaf].Answer is not null)
                faults.Add(new FieldError($"/explanations/{i}/leaf", $"Tiêu chí {said.Leaf} được nêu hai lần."));
            else
                leaves[said.Leaf] = leaves[said.Leaf] with { Answer = new Answer { Text = said.Text, Evidence = Entries.Cited(said.Evidence), By = by, At = at } };
            faults.AddRange(Entries.EvidenceFaults($"/explanations/{i}", said.Evidence, evidence));
        }
        if (faults.Count > 0)
            return ([], Problems.ExplanationInvalid with { Errors = [.. faults] });
        State = explanations.Length == 0 ? ScoreSheetState.Appraised : ScoreSheetState.Explained;
        return (Replace(set, leaves), null);
    }

    /// <summary>Leaves that the first appraisal changed.</summary>
    internal IEnumerable<string> ToExplain() =>
        Leaves.Where(l => l.Value is { First: not null, Self: var self, Standing: var standing } && !Changes.Same(self is null ? null : new Standing(self, null), standing))
            .Select(l => l.Key).Order(StringComparer.Ordinal);

    internal bool AwaitsExplanation(DateTimeOffset at) => State == ScoreSheetState.UnderExplanation && VietnamTime.DateOf(at) <= ExplainUntil;

    /// <summary>Nothing is open any more: rankings may take it.</summary>
    internal Problem? Finalise(DateTimeOffset at)
    {
        if (State == ScoreSheetState.Final)
            return Problems.SheetFinal;
        if (Unready(at) is { } unready)
            return unready;
        (State, FinalAt) = (ScoreSheetState.Final, at);
        Touch();
        return null;
    }

    private Problem? Unready(DateTimeOffset at) =>
        AwaitsExplanation(at) ? Awaited
        : State is not (ScoreSheetState.Appraised or ScoreSheetState.UnderExplanation) ? Problems.SheetNotReady.With("Phiếu chưa thẩm định xong.")
        : Score.Missing.Length > 0 ? Problems.SheetNotReady with
        {
            Detail = $"Còn thiếu {Score.Missing.Length} tiêu chí: {string.Join(", ", Score.Missing.Take(12))}{(Score.Missing.Length > 12 ? " …" : "")}.",
            Facts = new Dictionary<string, object?> { ["missing"] = Score.Missing },
        }
        : null;

    /// <summary>Back to the unit to score itself anew, or back to the appraisers (a complaint, a late finding).</summary>
    internal (LeafChange[] Changes, Problem? Problem) Reopen(IndexSet set, ReopenTo to, DateTimeOffset at)
    {
        // While the unit may explain, or waits for an answer, nobody passes over it.
        if (to == ReopenTo.SelfScore ? State == ScoreSheetState.Draft : State != ScoreSheetState.Final)
            return ([], AwaitsExplanation(at) ? Awaited : Problems.SheetNotReopenable);
        FinalAt = null;
        if (to == ReopenTo.Appraisal)
        {
            (State, ExplainUntil) = (ScoreSheetState.Appraised, null);
            Touch();
            return ([], null);
        }
        (State, ExplainUntil, SubmittedAt, SelfIndex, Approver) = (ScoreSheetState.Draft, null, null, null, null);
        (AppraisedAt, AppraisedBy) = (null, null);
        // Old verdicts must not outlive the figures they were given on; survey, bonus and penalty are not the unit's figures.
        var own = Leaves.Keys.Where(code => set.Definition.LeafByCode.GetValueOrDefault(code) is { CityOnly: false }).ToHashSet();
        return (Replace(set, Leaves.ToDictionary(l => l.Key, l => own.Contains(l.Key) ? l.Value with { First = null, Answer = null, Appraised = null } : l.Value, StringComparer.Ordinal)), null);
    }

    private Problem Awaited => Problems.ExplanationAwaited with
    {
        Detail = $"Đơn vị được giải trình đến hết ngày {ExplainUntil:dd/MM/yyyy}.",
        Facts = new Dictionary<string, object?> { ["explainUntil"] = ExplainUntil },
    };
}

/// <summary>Where a sheet goes back to.</summary>
public enum ReopenTo
{
    /// <summary>The unit scores itself anew, has it approved and hands it in again.</summary>
    SelfScore,
    /// <summary>The appraisers settle a complaint or a late finding.</summary>
    Appraisal,
}
