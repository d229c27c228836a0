using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Emulation.ServiceDefaults;

/// <summary>Says what the schema generator cannot see behind our own reader of text: that it is a string.</summary>
public static class OpenApi
{
    public static void AddOpenApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(o => o.AddSchemaTransformer((schema, context, _) =>
        {
            var type = context.JsonTypeInfo.Type;
            if (type == typeof(string))
                schema.Type ??= context.JsonPropertyInfo is { IsGetNullable: true } ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            else if (type == typeof(string[]))
                schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.String };
            return Task.CompletedTask;
        }));
}
