using Emulation.Documents.FormCheck;
using Emulation.Documents.FormCheck.Reading;

namespace Emulation.Documents.Rendering.Office;

/// <summary>How a paragraph differs between the draft of the system and the edited one.</summary>
public enum DraftChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One difference; <paramref name="SystemOwned"/> = the system fills that part from its data.</summary>
internal sealed record DraftChange(DraftChangeKind Kind, string? Before, string? After, bool SystemOwned);

/// <summary>Compares two drafts paragraph by paragraph.</summary>
internal static class DraftComparison
{
    // The table of the comparison is the product of both lengths; beyond it only what is on one side is told.
    private const long MostCells = 9_000_000;
    private const double Alike = 0.5;

    private static readonly string[] SystemStyles = [Typography.Number.Id, Typography.PlaceAndDate.Id, Typography.TableCell.Id, Typography.TableGroup.Id];

    public static List<DraftChange> Of(byte[] generated, byte[] edited, CancellationToken cancellationToken) =>
        Of(DocxFormReader.Read(generated, new WorkBudget(cancellationToken)).Paragraphs, DocxFormReader.Read(edited, new WorkBudget(cancellationToken)).Paragraphs);

    public static List<DraftChange> Of(IReadOnlyList<FormParagraph> before, IReadOnlyList<FormParagraph> after)
    {
        int start = 0, tail = 0;
        while (start < before.Count && start < after.Count && before[start].Text == after[start].Text)
            start++;
        while (tail < before.Count - start && tail < after.Count - start && before[^(tail + 1)].Text == after[^(tail + 1)].Text)
            tail++;
        var (old, now) = (before.Skip(start).SkipLast(tail).ToList(), after.Skip(start).SkipLast(tail).ToList());
        return (long)old.Count * now.Count > MostCells ? OneSided(old, now) : Pair(Steps(old, now));
    }

    private static List<DraftChange> OneSided(List<FormParagraph> old, List<FormParagraph> now)
    {
        var (there, here) = (old.Select(p => p.Text).ToHashSet(), now.Select(p => p.Text).ToHashSet());
        return [.. old.Where(p => !here.Contains(p.Text)).Select(Removed), .. now.Where(p => !there.Contains(p.Text)).Select(Added)];
    }

    /// <summary>Longest common run of paragraphs; what is not in it was taken out or put in.</summary>
    private static IEnumerable<(FormParagraph? Old, FormParagraph? Now)> Steps(List<FormParagraph> old, List<FormParagraph> now)
    {
        var common = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
                common[i, j] = old[i].Text == now[j].Text ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        for (int i = 0, j = 0; i < old.Count || j < now.Count;)
        {
            if (i < old.Count && j < now.Count && old[i].Text == now[j].Text)
                yield return (old[i++], now[j++]);
            else if (j >= now.Count || (i < old.Count && common[i + 1, j] >= common[i, j + 1]))
                yield return (old[i++], null);
            else
                yield return (null, now[j++]);
        }
    }

    /// <summary>What went out and what came in at the same place and reads alike was changed.</summary>
    private static List<DraftChange> Pair(IEnumerable<(FormParagraph? Old, FormParagraph? Now)> steps)
    {
        var changes = new List<DraftChange>();
        var (gone, come) = (new List<FormParagraph>(), new List<FormParagraph>());
        foreach (var (old, now) in steps)
        {
            if (old is not null && now is not null)
            {
                Close();
                continue;
            }

            if (old is not null)
                gone.Add(old);
            if (now is not null)
                come.Add(now);
        }

        Close();
        return changes;

        void Close()
        {
            foreach (var old in gone)
            {
                var at = come.FindIndex(now => Likeness(old.Text, now.Text) >= Alike || (IsSystemOwned(old) && now.StyleId == old.StyleId));
                if (at < 0)
                {
                    changes.Add(Removed(old));
                    continue;
                }

                changes.AddRange(come.Take(at).Select(Added));
                changes.Add(new DraftChange(DraftChangeKind.Changed, old.Text, come[at].Text, IsSystemOwned(old)));
                come.RemoveRange(0, at + 1);
            }

            changes.AddRange(come.Select(Added));
            gone.Clear();
            come.Clear();
        }
    }

    private static DraftChange Removed(FormParagraph p) => new(DraftChangeKind.Removed, p.Text, null, IsSystemOwned(p));

    private static DraftChange Added(FormParagraph p) => new(DraftChangeKind.Added, null, p.Text, IsSystemOwned(p));

    private static bool IsSystemOwned(FormParagraph p) => SystemStyles.Contains(p.StyleId);

    /// <summary>Share of words that both have.</summary>
    private static double Likeness(string one, string other)
    {
        var (a, b) = (one.Split(' ').ToHashSet(), other.Split(' ').ToHashSet());
        return (double)a.Intersect(b).Count() / Math.Max(1, Math.Max(a.Count, b.Count));
    }
}
