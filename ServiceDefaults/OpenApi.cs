using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Emulation.ServiceDefaults;

/// <summary>Says what the generator cannot see: that text behind our own reader is a string, how a query parameter is written, that a file is sent.</summary>
public static class OpenApi
{
    public static void AddOpenApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(o => o.AddOperationTransformer((operation, context, _) =>
        {
            // A file is bound by its own code, not by a parameter that the generator would see.
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<IAcceptsMetadata>().FirstOrDefault(a => a.RequestType == typeof(IFormFile)) is { } file)
                operation.RequestBody = new OpenApiRequestBody { Required = true, Content = file.ContentTypes.ToDictionary(t => t, t => new OpenApiMediaType { Schema = File(t) }) };
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

    private static OpenApiSchema File(string contentType)
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        return contentType == "multipart/form-data" ? new OpenApiSchema { Type = JsonSchemaType.Object, Required = new HashSet<string> { "file" }, Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = file } } : file;
    }
}
