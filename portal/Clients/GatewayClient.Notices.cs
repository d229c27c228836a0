namespace Emulation.Portal.Clients;

public sealed partial class GatewayClient
{
    public Task<Listing<NoticeItem>> Notices(NoticeFilter f) => Get<Listing<NoticeItem>>((f.Sent ? "/api/notices/sent" : "/api/notices") + Query(
        ("unread", f.Unread ? "true" : null), ("kind", f.Kind), ("after", f.After)));

    public Task<UnreadNotices> UnreadNotices() => Get<UnreadNotices>("/api/notices/unread");

    public Task<NoticeItem> AcknowledgeNotice(Guid id) => Act<NoticeItem>($"/api/notices/{id}/acknowledge");

    public Task<DeadlineHistoryAnswer> DeadlineHistory(Guid campaign) => Get<DeadlineHistoryAnswer>($"/api/campaigns/{campaign}/deadlines/history");
}
