using System.Text;
using System.Text.Json;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>A pod template as one text, the same whether a workload or one of its earlier revisions holds it.</summary>
/// <remarks>Source: kubernetes, pkg/controller/deployment/util, EqualIgnoreHash; pkg/controller/statefulset/stateful_set_utils.go, getPatch.</remarks>
internal static class PodTemplateText
{
    // What controllers add to the copy that they keep.
    private static readonly string[] Added = ["pod-template-hash", "$patch", "creationTimestamp"];

    public static string Of(JsonElement template)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            Write(json, template);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (
                    var property in element
                        .EnumerateObject()
                        .Where(property => !Added.Contains(property.Name))
                        .OrderBy(property => property.Name, StringComparer.Ordinal)
                )
                {
                    json.WritePropertyName(property.Name);
                    Write(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }
}
