using System.Text.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Emulation.ServiceDefaults;

/// <summary>Says what the generator cannot see: that text behind our own reader is a string, and how a query parameter is written.</summary>
public static class OpenApi
{
    public static void AddOpenApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(o => o.AddOperationTransformer((operation, _, _) =>
        {
            // Of a record that gathers the query, the generator takes the names as C# spells them.
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p is { In: ParameterLocation.Query, Name: not null }))
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            return Task.CompletedTask;
        }).AddSchemaTransformer((schema, context, _) =>
        {
            var type = context.JsonTypeInfo.Type;
            if (type == typeof(string))
                schema.Type ??= context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            else if (type == typeof(string[]))
                schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.String };
            return Task.CompletedTask;
        }));
}
