using Xunit;

namespace Emulation.TestKit;

/// <summary>Waiting with an end.</summary>
public static class Eventually
{
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string otherwise, TimeSpan? patience = null)
    {
        var end = DateTime.UtcNow + (patience ?? Patience);
        while (!await condition())
        {
            Assert.True(DateTime.UtcNow < end, otherwise);
            await Task.Delay(20);
        }
    }
}
