using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>Where scripts write by a variable: <c>NAMES=$HERE/names.json</c>, then <c>&gt; "$NAMES.tmp"</c>. What stands before the last names of the path is not followed.</summary>
internal sealed class VariableRedirects(Deployment deployment)
{
    private readonly Lazy<List<Fact<string>>> written = new(() => [.. deployment.Of<ShellScript>().SelectMany(Written)]);

    /// <summary>Where something ends with the path's own name, and that of the directory around it; null when nothing does.</summary>
    public SourceSpan? Find(string path)
    {
        var looked = path.TrimEnd('/');
        var above = RepositoryPath.NameOf(RepositoryPath.Parent(looked));
        var end = $"/{(above.Length > 0 ? above + "/" : "")}{RepositoryPath.NameOf(looked)}";
        return written.Value.Find(target => target.Value.EndsWith(end, StringComparison.Ordinal))?.Span;
    }

    private static IEnumerable<Fact<string>> Written(ShellScript script) =>
        from command in script.Commands
        from redirect in command.Redirects
        where redirect.Operator.Contains('>', StringComparison.Ordinal)
        let target = Plain(redirect.Target.Raw)
        from assignment in script.Commands.SelectMany(other => other.Assignments)
        let name = "$" + assignment.Name
        let value = Plain(assignment.Value?.Raw ?? "")
        where value.Length > 0 && target.StartsWith(name, StringComparison.Ordinal)
        let rest = target[name.Length..]
        where rest is "" or ['.', ..] or ['/', ..]
        select new Fact<string>(value + rest, redirect.Target.Span);

    /// <summary>Without quotes and braces.</summary>
    private static string Plain(string word) =>
        word.Replace("\"", "", StringComparison.Ordinal)
            .Replace("${", "$", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal);
}
