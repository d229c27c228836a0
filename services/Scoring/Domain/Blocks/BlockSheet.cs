using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Domain.Blocks;

/// <summary>Sheet of one member of an emulation block for one review: what it pledged, what it achieved, and who stands behind each figure.</summary>
public sealed class BlockSheet : Aggregate
{
    private BlockSheet()
    {
    }

    public required Guid BlockId { get; init; }
    public required string Member { get; init; }
    public required ReviewPeriod Period { get; init; }
    public BlockPledge Pledge { get; private set; } = null!;
    public Dictionary<string, BlockLine> Lines { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private init; }

    internal static (BlockSheet? Sheet, BlockLineChange[] Changes, Problem? Problem) Open(
        Guid blockId, string member, ReviewPeriod period, ScaleDefinition scale, PledgedTarget[] targets, BlockActor actor)
    {
        var sheet = new BlockSheet
        {
            Id = Guid.CreateVersion7(actor.At), BlockId = blockId, Member = member, Period = period, CreatedAt = actor.At,
            Pledge = new BlockPledge { Targets = new Dictionary<string, decimal>(), Entered = actor.Mark },
        };
        var (changes, problem) = sheet.TakePledge(scale, targets, actor);
        return problem is null ? (sheet, changes, null) : (null, [], problem);
    }

    /// <summary>The whole pledge anew, while it is open.</summary>
    internal (BlockLineChange[] Changes, Problem? Problem) EditPledge(ScaleDefinition scale, PledgedTarget[] targets, BlockActor actor)
    {
        if (Pledge.Confirmed is not null)
            return ([], Problems.PledgeLocked);
        var (changes, problem) = TakePledge(scale, targets, actor);
        if (changes.Length > 0)
            Touch();
        return (changes, problem);
    }

    internal (BlockLineChange[] Changes, Problem? Problem) ConfirmPledge(ScaleDefinition scale, BlockActor actor)
    {
        if (Pledge.Confirmed is not null || !scale.Pledged.Any())
            return ([], Problems.NothingToConfirm);
        var open = scale.Pledged.Where(c => !Pledge.Targets.ContainsKey(c.Code)).Select(c => c.Code).ToArray();
        if (open.Length > 0)
            return ([], Problems.PledgeIncomplete with { Detail = $"Còn thiếu chỉ tiêu của {string.Join(", ", open)}.", Facts = new Dictionary<string, object?> { ["missing"] = open } });
        Pledge = Pledge with { Confirmed = actor.Mark };
        Touch();
        return (PledgeChanges(confirmed: true), null);
    }

    internal (BlockLineChange[] Changes, Problem? Problem) ReopenPledge()
    {
        if (Pledge.Confirmed is null)
            return ([], Problems.NothingToReopen);
        Pledge = Pledge with { Confirmed = null };
        Touch();
        return (PledgeChanges(confirmed: false), null);
    }

    /// <summary>The member's own figures; the last word wins until they are confirmed.</summary>
    internal (BlockLineChange[] Changes, Problem? Problem) Report(ScaleDefinition scale, BlockReportEntry[] entries, BlockActor actor)
    {
        if (BlockEntries.Check(scale, "entries", entries, e => e.Criterion, BlockEntries.Fault) is { } problem)
            return ([], problem);
        var locked = entries.Index().Where(e => Lines.GetValueOrDefault(e.Item.Criterion)?.Value is { Confirmed: not null } standing && !standing.Input.SameAs(e.Item)).ToArray();
        if (locked.Length > 0)
            return ([], Problems.LineLocked with { Errors = [.. locked.Select(e => new FieldError($"/entries/{e.Index}", $"Kết quả tiêu chí {e.Item.Criterion} đã được xác nhận."))] });
        return (Write(entries.Select(e =>
        {
            var line = Lines.GetValueOrDefault(e.Criterion) ?? new BlockLine();
            // The same report sent again is no new word: it does not undo what the head has made of the first.
            if (line.Reported is { } earlier && earlier.Note == e.Note && earlier.Input.SameAs(e))
                return (e.Criterion, line, null);
            var report = new BlockReport { Input = e.Figures(), Note = e.Note, Entered = actor.Mark };
            var value = line.Value is { } standing && standing.Input.SameAs(e) ? standing : new BlockValue { Input = report.Input, Entered = actor.Mark };
            return (e.Criterion, new BlockLine { Reported = report, Value = value }, e.Note);
        })), null);
    }

    /// <summary>Head or deputy takes figures over, or enters others with the reason; what was confirmed then waits again.</summary>
    internal (BlockLineChange[] Changes, Problem? Problem) Review(ScaleDefinition scale, BlockReviewEntry[] entries, BlockActor actor)
    {
        if (BlockEntries.Check(scale, "entries", entries, e => e.Criterion, ReviewFault) is { } problem)
            return ([], problem);
        return (Write(entries.Select(e =>
        {
            var line = Lines.GetValueOrDefault(e.Criterion) ?? new BlockLine();
            var value = line.Value is { } standing && (e.Accept || standing.Input.SameAs(e))
                ? standing with { Reviewed = standing.Reviewed ?? actor.Mark }
                : new BlockValue { Input = e.Figures(), Reason = e.Reason, Entered = actor.Mark, Reviewed = actor.Mark };
            return (e.Criterion, line with { Value = value }, e.Reason);
        })), null);
    }

    /// <param name="scale">Scale in force.</param>
    /// <param name="criteria">Criteria to confirm; null = all that wait for it.</param>
    /// <param name="reviewedFirst">Whether another unit than the confirming one has to have looked at them before.</param>
    /// <param name="actor">Who confirms.</param>
    internal (BlockLineChange[] Changes, Problem? Problem) Confirm(ScaleDefinition scale, string[]? criteria, bool reviewedFirst, BlockActor actor)
    {
        if (criteria is not null && BlockEntries.Check(scale, "criteria", criteria, c => c, (c, _) => Lines.GetValueOrDefault(c)?.Value is null ? "Tiêu chí chưa có kết quả." : null) is { } problem)
            return ([], problem);
        var waiting = (criteria ?? [.. scale.Criteria.Select(c => c.Code)]).Where(c => Lines.GetValueOrDefault(c)?.Value is { Confirmed: null }).ToArray();
        var unseen = waiting.Where(c => reviewedFirst && Lines[c].Value!.Reviewed is null).ToArray();
        if (unseen.Length > 0 && (criteria is not null || unseen.Length == waiting.Length))
            return ([], Problems.NotReviewed with { Detail = $"Tiêu chí {string.Join(", ", unseen)}.", Facts = new Dictionary<string, object?> { ["notReviewed"] = unseen } });
        if (waiting.Length == 0)
            return ([], Problems.NothingToConfirm);
        return (Write(waiting.Except(unseen).Select(c => (c, Lines[c] with { Value = Lines[c].Value! with { Confirmed = actor.Mark } }, (string?)null))), null);
    }

    /// <summary>The scale was confirmed anew: what its criteria no longer ask for goes, what they ask otherwise has to be confirmed again.</summary>
    internal BlockLineChange[] Adapt(ScaleDefinition before, ScaleDefinition after)
    {
        bool Asked(string code) => before.Find(code) is { } old && after.Find(code) is { } now && old.Asks(now);
        bool Fits(string code, BlockValue value) => after.Find(code) is { } now && BlockEntries.Fault(value.Input, now) is null;
        var targets = Pledge.Targets.Where(t => after.Pledged.Any(c => c.Code == t.Key)).ToDictionary();
        var gone = Pledge.Targets.Where(t => !targets.ContainsKey(t.Key)).Select(t => new BlockLineChange { Criterion = t.Key, FromTarget = t.Value, Confirmed = false });
        var lines = Lines.Where(l => !Asked(l.Key) && l.Value.Value is not null).Select(l => (l.Key, Fits(l.Key, l.Value.Value!)
            ? l.Value with { Value = l.Value.Value! with { Confirmed = null, Reviewed = null } } : l.Value with { Value = null }, (string?)null));
        BlockLineChange[] changes = [.. gone, .. Put(lines)];
        var pledgeStands = targets.Count == Pledge.Targets.Count && after.Pledged.All(c => Asked(c.Code));
        if (!pledgeStands)
            Pledge = Pledge with { Targets = targets, Confirmed = null };
        if (!pledgeStands || changes.Length > 0)
            Touch();
        return changes;
    }

    /// <summary>Figures that count for a criterion. What was entered against an earlier wording, and does not fit any more, does not.</summary>
    internal BlockValue? Standing(ScaleCriterion criterion) =>
        Lines.GetValueOrDefault(criterion.Code)?.Value is { } value && BlockEntries.Fault(value.Input, criterion) is null ? value : null;

    /// <summary>Criteria without figures, and those whose figures wait for confirmation. Bonus and penalty need none.</summary>
    internal (string[] Missing, string[] Unconfirmed) Open(ScaleDefinition scale)
    {
        var standing = scale.Criteria.ToLookup(c => Standing(c) switch { null => 0, { Confirmed: null } => 1, _ => 2 });
        return ([.. standing[0].Where(c => !c.OutsideTotal).Select(c => c.Code)], [.. standing[1].Select(c => c.Code)]);
    }

    private (BlockLineChange[] Changes, Problem? Problem) TakePledge(ScaleDefinition scale, PledgedTarget[] targets, BlockActor actor)
    {
        if (BlockEntries.Check(scale, "pledge", targets, t => t.Criterion, BlockEntries.Fault) is { } problem)
            return ([], problem);
        var (before, after) = (Pledge.Targets, targets.ToDictionary(t => t.Criterion, t => t.Target));
        decimal? In(IReadOnlyDictionary<string, decimal> of, string code) => of.TryGetValue(code, out var target) ? target : null;
        BlockLineChange[] changes = [.. scale.Pledged.Select(c => new BlockLineChange { Criterion = c.Code, FromTarget = In(before, c.Code), ToTarget = In(after, c.Code), Confirmed = false }).Where(c => c.FromTarget != c.ToTarget)];
        if (changes.Length > 0)
            Pledge = new BlockPledge { Targets = after, Entered = actor.Mark };
        return (changes, null);
    }

    private BlockLineChange[] PledgeChanges(bool confirmed) =>
        [.. Pledge.Targets.Select(t => new BlockLineChange { Criterion = t.Key, FromTarget = t.Value, ToTarget = t.Value, Confirmed = confirmed })];

    private string? ReviewFault(BlockReviewEntry entry, ScaleCriterion criterion)
    {
        var standing = Lines.GetValueOrDefault(criterion.Code)?.Value;
        if (entry.Accept)
            return entry.Given != 0 || entry.NotApplicable ? "Nêu một trong hai: số liệu, hoặc chấp nhận (accept)." : standing is null ? "Chưa có số liệu nào để chấp nhận." : null;
        return BlockEntries.Fault(entry, criterion)
            ?? (standing is not null && !standing.Input.SameAs(entry) && entry.Reason is null ? "Thay số liệu đang có thì phải nêu lý do (reason)." : null);
    }

    private BlockLineChange[] Write(IEnumerable<(string Criterion, BlockLine Line, string? Reason)> lines)
    {
        var changes = Put(lines);
        if (changes.Length > 0)
            Touch();
        return changes;
    }

    /// <summary>A copy is changed and put in place, so that the context sees it; a line that stays as it is, is no change.</summary>
    private BlockLineChange[] Put(IEnumerable<(string Criterion, BlockLine Line, string? Reason)> lines)
    {
        var after = new Dictionary<string, BlockLine>(Lines, StringComparer.Ordinal);
        List<BlockLineChange> changes = [];
        foreach (var (criterion, line, reason) in lines)
        {
            var before = Lines.GetValueOrDefault(criterion);
            after[criterion] = line;
            if (before != line)
                changes.Add(new BlockLineChange { Criterion = criterion, From = before?.Value?.Input, To = line.Value?.Input, Confirmed = line.Value?.Confirmed is not null, Reason = reason });
        }
        Lines = after;
        return [.. changes];
    }
}

/// <summary>Which review of the block's year.</summary>
public enum ReviewPeriod
{
    /// <summary>Tổng kết: the whole year.</summary>
    Year,
    /// <summary>Sơ kết: its first half, on a sheet of its own with its own pledge.</summary>
    HalfYear,
}
