using System.Text.Json.Serialization;

namespace Seaworthy.Deploying.Secrets;

/// <summary>How a secrets file is read and written, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(SecretsDocument))]
internal sealed partial class SecretsJson : JsonSerializerContext;
