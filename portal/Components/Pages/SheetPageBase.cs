using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.Portal.Scoring;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Components;

namespace Emulation.Portal.Components.Pages;

/// <summary>A page about one score sheet: the sheet, its index set and its round.</summary>
public abstract class SheetPageBase : ActingPage
{
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Null while the page is drawn for the first time.</summary>
    protected SheetAnswer? Answer { get; private set; }

    protected IndexSetAnswer Set { get; private set; } = null!;

    protected RoundAnswer? Round { get; private set; }

    protected SheetSummary Sheet => Answer!.Sheet;

    protected string Address => $"/cham-diem/phieu/{Id}";

    protected DateOnly Today => VietnamTime.Today(Time);

    protected DateOnly? LastDay => Round?.LastDayFor(Sheet.UnitCode);

    protected bool OwnTurn => Who.May(Policies.ScoresWrite) && Who.Sees(Sheet.UnitCode);

    /// <summary>The unit may still change its figures.</summary>
    protected bool MayEdit => OwnTurn && Sheet.State == "draft" && !Locked;

    protected bool Locked => LastDay is { } last && Today > last;

    protected bool MayExplain => OwnTurn && SheetSteps.AwaitsExplanation(Sheet, Time);

    protected bool IsAppraiser => Who.May(Policies.ScoresAppraise) && Who.IsCity();

    protected bool MayAppraise => IsAppraiser && Sheet.State is "submitted" or "explained" or "appraised" or "underExplanation" && !SheetSteps.AwaitsExplanation(Sheet, Time);

    /// <summary>The survey is no verdict on the unit's figures: it may come while the unit still explains.</summary>
    protected bool MayEnterSurvey => IsAppraiser && Sheet.State is "submitted" or "explained" or "appraised" or "underExplanation";

    protected override async Task Load()
    {
        var answer = await Gateway.Sheet(Id);
        var set = Gateway.IndexSet(answer.Sheet.IndexSet);
        var rounds = await Gateway.Rounds(answer.Sheet.Year, answer.Sheet.Block);
        (Set, Round) = (await set, Array.Find(rounds, r => r.IndexSet == answer.Sheet.IndexSet));
        Answer = answer;
    }
}
