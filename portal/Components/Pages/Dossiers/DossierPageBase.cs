using Emulation.Portal.Access;
using Emulation.Portal.Clients;
using Emulation.ServiceDefaults;
using Microsoft.AspNetCore.Components;

namespace Emulation.Portal.Components.Pages.Dossiers;

/// <summary>What is done on the page of a dossier, and by whom.</summary>
public abstract class DossierPageBase : ActingPage
{
    private const long LargestFile = 20 * 1024 * 1024;

    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Null while the page is drawn for the first time.</summary>
    protected DossierAnswer? Dossier { get; private set; }

    protected NominationDetail Nomination { get; private set; } = null!;

    private bool OfProposer => Who.BelongsTo(Nomination.ProposingUnitCode);

    private bool StillHere => Nomination.State is "draft" or "returned" or "submitted" or "agreed";

    /// <summary>One's own papers, where they are asked for, as long as they have not been received or left the unit.</summary>
    protected bool MayFile(DossierPartAnswer part) =>
        Who.May(Policies.NominationsWrite) && StillHere && OfProposer && (part.Asked || part.Versions.Length > 0) && (!part.OfProposer || Who.Unit() == Nomination.ProposingUnitCode)
        && (part.Current is null || (part.Current.UnitCode == Who.Unit() && (Dossier!.ReceivedAt is null || part.Due != "receipt")));

    protected bool MayConfirm(DossierPartAnswer part) =>
        Who.May(Policies.NominationsConfirm) && StillHere && OfProposer && part is { ConfirmedByHead: true, Current.ConfirmedAt: null };

    protected bool MayReceive => Who.May(Policies.NominationsDecide) && Who.Unit() == Nomination.ProposingUnitCode && Nomination.State == "submitted" && Dossier!.ReceivedAt is null;

    protected bool MayReturn => Who.May(Policies.NominationsDecide)
        && (Who.IsCity() ? Nomination.State is "forwarded" or "appraised" : Who.Unit() == Nomination.ProposingUnitCode && Nomination.State is "submitted" or "agreed");

    protected override async Task Load()
    {
        var dossier = Gateway.Dossier(Id);
        Nomination = await Gateway.Nomination(Id);
        Dossier = await dossier;
    }

    protected Task File(DossierPartAnswer part)
    {
        if (Form.Files.GetFile("file") is not { Length: > 0 } file)
            return No("Chưa chọn tệp, hoặc tệp rỗng.");
        if (file.Length > LargestFile)
            return No($"{file.FileName}: tệp không quá 20 MB.");
        return Act("nop", () => Gateway.FilePaper(Id, part.Key, file, Typed("reason"), Version));
    }

    protected Task Confirm(DossierPartAnswer part) => Act("xac-nhan", () => Gateway.ConfirmPaper(Id, part.Key, Typed("hash") ?? "", Typed("confirmedBy") ?? ""));

    protected Task Withdraw(DossierPartAnswer part) => Act("rut", () => Gateway.WithdrawPaper(Id, part.Key, Typed("reason") ?? "", Version));

    protected Task Receive() => Act("tiep-nhan", () => Gateway.ReceiveDossier(Id, Typed("note"), Version));

    protected Task Return() => Act("tra", () => Gateway.ReturnNomination(Id, Typed("reason") ?? "",
        Dossier!.Parts.Select(p => (p.Key, Reason: Typed("wanting-" + p.Key))).Where(p => p.Reason is not null).Select(p => (p.Key, p.Reason!)), Version));

    private Task Act<T>(string done, Func<Task<T>> act) => Try(async () =>
    {
        await act();
        return $"/ho-so/{Id}/thanh-phan?da={done}";
    });

    private Task No(string why)
    {
        Refuse(new Refusal(null, "Chưa nộp được tệp", null, [new FieldFault("/file", why)]));
        return Task.CompletedTask;
    }
}
