using System.Text.Json;
using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>The JSON of the model: every text goes out quoted, whatever it is; paths of files alone are written as they are, so that a script finds the file.</summary>
internal sealed class ModelWriter(Utf8JsonWriter json, Quotations quotations)
{
    public void WriteStartObject(string name) => json.WriteStartObject(name);

    public void WriteEndObject() => json.WriteEndObject();

    public void WriteString(string name, string text) => json.WriteString(name, quotations.Text(text));

    public void WritePath(string name, string path) => json.WriteString(name, path);

    public void WritePaths(string name, IEnumerable<string> paths) => json.WritePaths(name, paths);

    public void WriteNumber(string name, int number) => json.WriteNumber(name, number);

    public void WriteStrings(string name, IEnumerable<string> items) => json.WriteStrings(name, items.Select(quotations.Text));

    /// <summary>What shows something, with its place; a fact about a whole file is its path.</summary>
    public void WriteFacts(string name, IEnumerable<Fact<string>> facts)
    {
        json.WriteStartArray(name);
        foreach (var fact in facts)
        {
            var value = fact.Value == fact.Span.File.Path ? fact.Value : quotations.Text(fact.Value);
            json.WriteStringValue(Inert.Of($"{value} ({fact.Span})"));
        }

        json.WriteEndArray();
    }

    public void WriteOptional(string name, string? text) => json.WriteOptional(name, text is null ? null : quotations.Text(text));

    /// <summary>The value of a variable, masked with the name: that is what tells that a value is a secret.</summary>
    public void WriteValue(string name, string variable, string? value) =>
        json.WriteOptional(name, value is null ? null : quotations.Value(variable, value));

    /// <summary>The path of an address, masked with what stands before it: that tells a webhook, and a password with a slash in it.</summary>
    public void WritePathOf(string name, string scheme, string host, string? path) =>
        json.WriteOptional(name, path is null ? null : quotations.Path(scheme, host, path));

    public void WriteOptional(string name, int? number) => json.WriteOptional(name, number);

    public void WritePlace(string name, SourceSpan? span) => json.WritePlace(name, span);

    public void WritePlaces(string name, IEnumerable<SourceSpan> spans) => json.WritePlaces(name, spans);

    public void WriteObjects<T>(string name, IEnumerable<T> items, Action<ModelWriter, T> write) =>
        json.WriteObjects(name, items, (_, item) => write(this, item));
}
