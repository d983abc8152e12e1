using System.Text;
using Seaworthy.Model;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>Every literal of a repository that a report is to hide wherever it stands: what readers hold for a secret, what lines show to be one, and what is given to variables whose names promise one.</summary>
internal static class SecretLiterals
{
    /// <param name="deployment">Whose literals are asked for.</param>
    /// <param name="given">What it gives to names that promise a secret.</param>
    public static HashSet<string> Of(Deployment deployment, IReadOnlyList<GivenValue> given)
    {
        LiteralWorth worth = new(deployment);
        var files = deployment
            .Artifacts.Select(artifact => artifact.File)
            .Distinct<SourceFile>(ReferenceEqualityComparer.Instance)
            .ToList();
        HashSet<string> found = new(StringComparer.Ordinal);
        Lazy<HashSet<string>> set = new(() => Set(deployment));
        foreach (var literals in files.AsParallel().AsOrdered().Select(file => Literals(file, worth, set)))
        {
            found.UnionWith(literals);
        }

        found.UnionWith(Held(deployment).Where(LiteralWorth.IsLong));
        found.UnionWith(
            given
                .SelectMany(pair =>
                    // Messages quote the file as often as the value that it stands for.
                    Spellings(pair.Value).Concat(Lines(pair.Written)).Distinct().Select(value => SecretLiteral.Given(pair, value))
                )
                .Where(worth.IsHidden)
                .Select(literal => literal.Value)
        );
        found.UnionWith(found.SelectMany(Encoded).Where(LiteralWorth.IsLong).ToList());
        return found;
    }

    private static List<string> Literals(SourceFile file, LiteralWorth worth, Lazy<HashSet<string>> set)
    {
        List<string> hidden = [];
        foreach (var literal in SecretLines.In(file))
        {
            if (worth.IsHidden(literal))
            {
                hidden.Add(literal.Value);
            }

            var names = FileKinds.IsYaml(file.Name) ? UnescapedDollars.In(literal) : [];
            hidden.AddRange(names.Where(name => worth.IsHidden(name) && !set.Value.Contains(name.Value)).Select(name => name.Value));
        }

        return hidden;
    }

    /// <summary>The names of variables that the repository itself gives a value.</summary>
    private static HashSet<string> Set(Deployment deployment) =>
        [
            .. deployment.Of<EnvFile>().SelectMany(file => file.Entries).Select(entry => entry.Name.Value),
            .. deployment.Workloads.SelectMany(workload => workload.Supplied).Select(variable => variable.Name),
        ];

    /// <summary>As the same secret stands in an address, and in a Secret of Kubernetes or a header.</summary>
    private static IEnumerable<string> Encoded(string value)
    {
        if (Uri.EscapeDataString(value) is var escaped && escaped != value)
        {
            yield return escaped;
        }

        // The padding depends on whether a line break follows.
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('=');
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(value + "\n")).TrimEnd('=');
    }

    /// <summary>What a reader found by its looks. A key of several lines is known by its lines (<see cref="PrivateKeys"/>).</summary>
    private static IEnumerable<string> Held(Deployment deployment) =>
        deployment
            .Of<SecretFile>()
            .SelectMany(file => file.Secrets)
            .Where(secret => !secret.IsPlaceholder && !secret.IsHarmless && secret.Masked != "PRIVATE KEY")
            .Select(secret => secret.Span.Text);

    /// <summary>The value itself, and the text that a value in Base64 stands for.</summary>
    private static IEnumerable<string> Spellings(string value)
    {
        foreach (var line in Lines(value))
        {
            yield return line;
        }

        var bytes = new byte[value.Length];
        if (value.Length % 4 == 0 && Convert.TryFromBase64String(value, bytes, out var count) && Ascii.IsValid(bytes.AsSpan(0, count)))
        {
            yield return Encoding.ASCII.GetString(bytes, 0, count).TrimEnd('\n');
        }
    }

    private static IEnumerable<string> Lines(string value) =>
        value.Contains('\n', StringComparison.Ordinal) ? value.Split('\n').Select(line => line.Trim()) : [value];
}
