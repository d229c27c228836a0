using Emulation.ServiceDefaults;

namespace Emulation.Documents.Features.Verifications;

/// <summary>Anybody may have a file judged, so what that takes at once is bounded here as well as at the gateway.</summary>
internal static class PublicChecks
{
    private static readonly SemaphoreSlim AtOnce = new(2, 2);

    public static async Task<IResult> RunAsync(Func<Task<IResult>> check, CancellationToken ct)
    {
        if (!await AtOnce.WaitAsync(TimeSpan.FromSeconds(5), ct))
            return CommonProblems.TooMany.Result();
        try
        {
            return await check();
        }
        finally
        {
            AtOnce.Release();
        }
    }
}
