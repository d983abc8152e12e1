using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>
/// The one way for text of a repository into a report: secrets masked by their looks, by their names and by their values. Each text is searched once: thousands of findings bear the words of a few rules, and
/// stand in the same lines. Paths of files go around it.
/// </summary>
public sealed class Quotations
{
    // Everything that is reported of a deployment asks: its files are searched for secrets once.
    private static readonly ConditionalWeakTable<Deployment, Quotations> Known = [];

    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<QuotedLine, string> lines = new();
    private readonly Deployment deployment;
    private SecretValues values;
    private readonly SecretAreas areas;

    private Quotations(Deployment deployment)
    {
        this.deployment = deployment;
        var given = GivenValues.Of(deployment);
        values = SecretValues.Of(deployment, given);
        areas = new SecretAreas(deployment, given);
    }

    public static Quotations Of(Deployment deployment) => Known.GetValue(deployment, one => new Quotations(one));

    /// <summary>Hides on both sides of a change what is a secret on one: a password that was changed in one place still stands in others.</summary>
    internal static void Share(Deployment before, Deployment after)
    {
        var all = Of(before).values.With(Of(after).values);
        Of(before).Hide(all);
        Of(after).Hide(all);
    }

    private void Hide(SecretValues all)
    {
        values = all;
        texts.Clear();
        lines.Clear();
    }

    /// <summary>A text with every secret masked.</summary>
    // By value first: what is masked already has no value any more by which it could be known.
    public string Text(string text) => texts.GetOrAdd(text, written => Quote.Text(values.Apply(written)));

    /// <summary>What is given to a variable: all of it is hidden when the name promises a secret.</summary>
    internal string Value(string name, string value)
    {
        // The lines of a key say of themselves that they are one.
        if (SecretWords.Hide(name, value) && !value.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return Quote.Text(SecretMask.OfWhole(value, name));
        }

        var written = Text($"{name}={value}");
        return written.StartsWith(name + "=", StringComparison.Ordinal) ? written[(name.Length + 1)..] : Text(value);
    }

    /// <summary>The path of an address: what stands before it tells a webhook, and a password with a slash in it.</summary>
    internal string Path(string scheme, string host, string path)
    {
        var before = $"{scheme}://{host}";
        var written = Text(before + path);
        return written.StartsWith(before, StringComparison.Ordinal) ? written[before.Length..] : Text(path);
    }

    /// <summary>The first line of a place.</summary>
    public string Line(SourceSpan span)
    {
        ArgumentNullException.ThrowIfNull(span);
        if (span.IsWholeFile)
        {
            return "";
        }

        QuotedLine key = new(span.File, Quote.Start(span));
        return lines.TryGetValue(key, out var line)
            ? line
            : lines[key] = Quote.Line(span, deployment.At<SecretFile>(span.File.Path)?.Secrets ?? [], values, areas.Of(span.File));
    }

    /// <summary>By values alone, for a text that is printed through <see cref="Quote"/> later: what looks like a secret is masked there. The same text when it has none.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    internal string? ByValue(string? text) => text is null ? null : values.Apply(text);

    private sealed record QuotedLine(SourceFile File, int Start);
}
