using System.Text.Json;
using System.Text.Json.Serialization;
using Emulation.Scoring.Domain.Formulas;
using Emulation.Scoring.Domain.IndexSets;
using Emulation.Scoring.Spreadsheets;
using Emulation.ServiceDefaults;

namespace Emulation.Scoring.Features.IndexSets;

/// <summary>Finds what differs between two index sets, in the order of the tree. Nothing differs exactly when both lay down the same.</summary>
internal sealed class IndexSetDifference
{
    private readonly List<IndexSetChange> _changes = [];

    public static IReadOnlyList<IndexSetChange> Of(IndexSetBody old, IndexSetBody current)
    {
        var difference = new IndexSetDifference();
        List<ComparedNode> was = ComparedNode.Tree(old), now = ComparedNode.Tree(current);
        ComparedNode.Pair(was, now);
        difference.Head(old, current, was, now);
        difference.Siblings(was, now, null);
        difference.Listed(old.Adjustments, current.Adjustments, a => a.Code, difference.Adjustment,
            a => new(IndexSetPart.Adjustment, a.Code, $"Điểm thưởng, điểm trừ {a.Code} “{a.Name}”"), a => Joined(a.Name, Text(a.Formula)));
        difference.Listed(old.Classes, current.Classes, c => c.Code, difference.Class,
            c => new(IndexSetPart.Class, c.Code, $"Xếp loại “{c.Name}”"), c => $"{c.Name}; từ {NumberText.Write(c.From)} điểm");
        return difference._changes;
    }

    private void Head(IndexSetBody old, IndexSetBody current, List<ComparedNode> was, List<ComparedNode> now)
    {
        var head = new Subject(IndexSetPart.Head, null, "Thông tin chung");
        Compare(head, "name", "Tên", old.Name, current.Name);
        Compare(head, "issuer", "Cơ quan ban hành", old.Issuer, current.Issuer);
        Compare(head, "edition", "Lần ban hành", old.Edition, current.Edition);
        Compare(head, "replaces", "Thay thế bộ chỉ số", old.Replaces, current.Replaces);
        Compare(head, "blocks", "Khối áp dụng", old.Blocks, current.Blocks, List);
        Compare(head, "tieRule", "Bằng điểm thì so lĩnh vực", old.TieRule.BreakBy, current.TieRule.BreakBy, codes => codes.Length == 0 ? "không so, cùng hạng" : List(codes));
        Compare(head, "thenCouncil", "Vẫn bằng điểm thì Hội đồng biểu quyết", old.TieRule.ThenCouncil, current.TieRule.ThenCouncil, vote => vote ? "có" : "không");
        Compare(head, "rankBy", "Xếp hạng theo", old.RankBy, current.RankBy, by => IndexSetSheets.RankByWords.Single(w => w.Value == by).Key);
        Order(head, "Thứ tự lĩnh vực", was, now, null);
        var common = old.Adjustments.Select(a => a.Code).Intersect(current.Adjustments.Select(a => a.Code)).ToList();
        Compare<string[]>(head, "adjustments", "Thứ tự điểm thưởng, điểm trừ", [.. common], [.. current.Adjustments.Select(a => a.Code).Where(common.Contains)], List);
    }

    /// <summary>Places under one parent: those of the current set in their order, each removed one after the sibling that it followed.</summary>
    private void Siblings(List<ComparedNode> was, List<ComparedNode> now, ComparedNode? parent)
    {
        List<ComparedNode> first = [];
        Dictionary<ComparedNode, List<ComparedNode>> after = [];
        var place = first;
        foreach (var node in was)
        {
            if (node.Like is null)
                place.Add(node);
            else if (node.Like.Parent == parent)
                place = after[node.Like] = [];
        }
        first.ForEach(Removed);
        foreach (var node in now)
        {
            Place(node);
            after.GetValueOrDefault(node)?.ForEach(Removed);
        }
    }

    private void Removed(ComparedNode node)
    {
        Whole(ChangeKind.Removed, Of(node), node.Self, Text(node));
        node.Children.Where(c => c.Like is null).ToList().ForEach(Removed);
    }

    private void Place(ComparedNode node)
    {
        var subject = Of(node);
        if (node.Like is not { } old)
        {
            Whole(ChangeKind.Added, subject, node.Self, Text(node));
            Siblings([], node.Children, node);
            return;
        }
        if (old.Parent?.Like != node.Parent)
            Compare(subject, "parent", "Vị trí trong cây", Parent(old), Parent(node), p => p.Text);
        Compare(subject, "name", "Tên", old.Name, node.Name);
        Compare(subject, "max", "Điểm tối đa", old.Max, node.Max);
        Compare(subject, "formula", "Cách chấm", old.Formula, node.Formula, f => Text(f!));
        Compare(subject, "notApplicableAllowed", "Cho phép không áp dụng", old.NotApplicableAllowed, node.NotApplicableAllowed);
        Compare(subject, "unit", "Đơn vị tính", old.Unit, node.Unit);
        Compare(subject, "clause", "Điều khoản", old.Clause, node.Clause);
        Compare(subject, "verificationDocument", "Tài liệu kiểm chứng", old.VerificationDocument, node.VerificationDocument);
        Order(subject, "Thứ tự bên trong", old.Children, node.Children, node);
        Siblings(old.Children, node.Children, node);
    }

    private void Adjustment(Subject subject, Adjustment old, Adjustment current)
    {
        Compare(subject, "name", "Tên", old.Name, current.Name);
        Compare(subject, "formula", "Cách chấm", old.Formula, current.Formula, Text);
        Compare(subject, "verificationDocument", "Tài liệu kiểm chứng", old.VerificationDocument, current.VerificationDocument);
    }

    private void Class(Subject subject, ClassCutOff old, ClassCutOff current)
    {
        Compare(subject, "name", "Tên", old.Name, current.Name);
        Compare(subject, "from", "Từ điểm", old.From, current.From);
    }

    private void Listed<T>(T[] old, T[] current, Func<T, string> key, Action<Subject, T, T> compare, Func<T, Subject> subject, Func<T, string> text) where T : class
    {
        foreach (var item in current)
        {
            if (Array.Find(old, o => key(o) == key(item)) is { } like)
                compare(subject(item), like, item);
            else
                Whole(ChangeKind.Added, subject(item), item, text(item));
        }
        foreach (var item in old.Where(o => !current.Any(c => key(c) == key(o))))
            Whole(ChangeKind.Removed, subject(item), item, text(item));
    }

    private void Order(Subject subject, string label, List<ComparedNode> was, List<ComparedNode> now, ComparedNode? parent)
    {
        List<ComparedNode> stayed = [.. was.Where(n => n.Like is { } like && like.Parent == parent)];
        Compare<string[]>(subject, "order", label, [.. stayed.Select(n => n.Code)], [.. now.Where(n => n.Like is { } like && stayed.Contains(like)).Select(n => n.Code)], List);
    }

    // Texts, not values, are compared: 2.50 is 2.5, and lists and formulas have no equality of their own.
    private void Compare<T>(Subject subject, string field, string label, T old, T current, Func<T, string>? text = null)
    {
        var (from, to) = (Value(old, text), Value(current, text));
        if (from?.Text != to?.Text)
            _changes.Add(new IndexSetChange(ChangeKind.Changed, subject.Part, subject.Code, subject.Label, field, label, from, to));
    }

    private void Whole(ChangeKind kind, Subject subject, object self, string text)
    {
        var value = new ComparedValue(text, JsonSerializer.SerializeToElement(self, self.GetType(), Json.Options));
        _changes.Add(new IndexSetChange(kind, subject.Part, subject.Code, subject.Label, null, null, kind == ChangeKind.Removed ? value : null, kind == ChangeKind.Added ? value : null));
    }

    private static ComparedValue? Value<T>(T value, Func<T, string>? text) => value is null ? null
        : new ComparedValue(text is not null ? text(value) : value switch { decimal number => NumberText.Write(number), bool yes => yes ? "Có" : "Không", _ => $"{value}" }, JsonSerializer.SerializeToElement(value, Json.Options));

    private static Subject Of(ComparedNode node) => new(node.Part, node.Code, $"{Level(node)} {node.Code} “{node.Name}”");

    private static string Level(ComparedNode node) => node.Part switch { IndexSetPart.Area => "Lĩnh vực", IndexSetPart.Criterion => "Tiêu chí", _ => "Tiêu chí thành phần" };

    private static string Text(ComparedNode node) =>
        Joined(node.Name, $"tối đa {NumberText.Write(node.Max)} điểm", node.Formula is { } f ? Text(f) : null, node.NotApplicableAllowed ? "cho phép không áp dụng" : null);

    private static string Text(Formula formula) => FormulaNotation.Write(formula) is { Length: > 0 } figures ? $"{FormulaKind.Of(formula)}: {figures}" : $"{FormulaKind.Of(formula)}";

    private static string Joined(params string?[] parts) => string.Join("; ", parts.OfType<string>());

    private static string List(string[] codes) => string.Join(", ", codes);

    private static TreePlace Parent(ComparedNode node) => node.Parent!.Parent is { } area
        ? new($"Tiêu chí {node.Parent.Code}, lĩnh vực {area.Code}", area.Code, node.Parent.Code)
        : new($"Lĩnh vực {node.Parent.Code}", node.Parent.Code, null);

    private sealed record Subject(IndexSetPart Part, string? Code, string Label);

    private sealed record TreePlace([property: JsonIgnore] string Text, string Area, string? Criterion);
}
