using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

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
        var options = http.RequestServices.GetRequiredService<IOptions<ValidationOptions>>().Value;
        if (!options.TryGetValidatableTypeInfo(typeof(T), out var type))
            throw new InvalidOperationException($"{typeof(T).Name} has no generated validation.");
        var context = new ValidateContext { ValidationOptions = options, ValidationContext = new ValidationContext(item, http.RequestServices, null) };
        await type.ValidateAsync(item, context, http.RequestAborted);
        return context.ValidationErrors is { Count: > 0 } errors
            ? (null, CommonProblems.Invalid with { Errors = [.. errors.SelectMany(e => e.Value.Select(text => new FieldError(Errors.Pointer(e.Key), text)))] })
            : (item, null);
    }
}
