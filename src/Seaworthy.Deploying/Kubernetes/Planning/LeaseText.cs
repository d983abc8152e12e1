using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>The lease that keeps two deployments of one project apart, as the cluster holds it.</summary>
/// <param name="Holder">Who has it.</param>
/// <param name="Renewed">When that was last said.</param>
/// <param name="Version">Of the object: a change that names an older one is refused.</param>
/// <remarks>Source: Kubernetes API reference, coordination.k8s.io/v1 Lease.</remarks>
public sealed record LeaseText(string Name, string Space, string Holder, DateTimeOffset Renewed, string? Version)
{
    /// <summary>How long it holds after the last sign of life.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(60);

    // MicroTime.
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public bool IsOver(DateTimeOffset now) => now - Renewed > Duration;

    public string Write()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion", "coordination.k8s.io/v1");
            json.WriteString("kind", "Lease");
            json.WriteStartObject("metadata");
            json.WriteString("name", Name);
            json.WriteString("namespace", Space);
            if (Version is not null)
            {
                json.WriteString("resourceVersion", Version);
            }

            json.WriteEndObject();
            json.WriteStartObject("spec");
            json.WriteString("holderIdentity", Holder);
            json.WriteNumber("leaseDurationSeconds", (int)Duration.TotalSeconds);
            json.WriteString("renewTime", Renewed.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Null where there is none.</summary>
    public static LeaseText? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Trim().Length == 0)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        var metadata = document.RootElement.GetProperty("metadata");
        var hasSpec = document.RootElement.TryGetProperty("spec", out var spec);
        return new LeaseText(
            Text(metadata, "name"),
            Text(metadata, "namespace"),
            hasSpec ? Text(spec, "holderIdentity") : "",
            hasSpec
            && DateTimeOffset.TryParse(
                Text(spec, "renewTime"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var renewed
            )
                ? renewed
                : DateTimeOffset.MinValue,
            Text(metadata, "resourceVersion")
        );
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
