using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Emulation.ServiceDefaults;

/// <summary>Items of a batch are read and checked one by one, so that a bad one never spoils the others (design §5).</summary>
public static class BatchItems
{
    /// <summary>The item, or what is wrong with it; pointers are relative to the item.</summary>
    public static async Task<(T? Item, Problem? Problem)> ReadAsync<T>(JsonElement element, HttpContext http) where T : class
    {
        T item;
        try
        {
            item = element.Deserialize<T>(Json.Options) ?? throw new JsonException("null", "$", null, null);
        }
        catch (JsonException e)
        {
            return (null, Errors.Malformed(e));
        }
        return await Validation.FaultsAsync(item, http) is { } problem ? (null, problem) : (item, null);
    }
}
