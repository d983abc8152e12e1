using System.Text.Encodings.Web;
using System.Text.Json;
using Seaworthy.Model;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>The joined model as JSON: what stands behind every verdict.</summary>
public static class ModelJson
{
    public const string Schema = "seaworthy-model/0";

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static void Write(Deployment deployment, Stream output)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        using Utf8JsonWriter json = new(output, Readable);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        WriteAll(json, "artifacts", deployment.Artifacts, WriteArtifact);
        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, Artifact artifact)
    {
        json.WriteString("path", artifact.File.Path);
        json.WriteString("kind", artifact.GetType().Name);
        json.WriteNumber("problems", artifact.Problems.Count);
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
