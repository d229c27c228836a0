using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Emulation.ServiceDefaults;

/// <summary>The one way JSON is read and written: strictly, in camel case, text in NFC.</summary>
public static class Json
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        // jsonb reorders keys, and so may a client: the discriminator of a condition need not come first.
        options.AllowOutOfOrderMetadataProperties = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new NfcConverter());
        return options;
    }

    private sealed class NfcConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                var text = reader.GetString();
                if (text is null)
                    return null;
                // PostgreSQL has no NUL in text.
                if (text.Contains('\0', StringComparison.Ordinal))
                    throw new JsonException("Ký tự U+0000 không được phép.");
                return text.Normalize(NormalizationForm.FormC);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                throw new JsonException("Chuỗi không phải là văn bản Unicode hợp lệ.", e);
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options) ?? "";

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }
}
