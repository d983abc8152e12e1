using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The services that compose commands of scripts and pipelines name.</summary>
internal static class ComposeCommandNames
{
    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        Dictionary<ComposeProject, DeclaredNames> projects = new(ReferenceEqualityComparer.Instance);
        return deployment.ComposeCalls.SelectMany(call =>
        {
            var known = Known(call.Project, projects);
            return call.Services.Select(word => Use(call, word, known)).OfType<NameUse>();
        });
    }

    private static DeclaredNames Known(ComposeProject? project, Dictionary<ComposeProject, DeclaredNames> projects)
    {
        if (project is null)
        {
            return DeclaredNames.None;
        }

        if (!projects.TryGetValue(project, out var known))
        {
            known = DeclaredNames.Of(project.Services, service => service.Name);
            projects.Add(project, known);
        }

        return known;
    }

    private static NameUse? Use(ComposeCall call, ShellWord word, DeclaredNames known)
    {
        // A name with a variable in it, an option's value that was taken for a name, or one of several files: nothing can be said.
        if (call.Site.Variables.Value(word) is not { Length: > 0 } name || !IsName(name))
        {
            return null;
        }

        return new NameUse(NameRole.ComposeCommandService, name, word.Span, call.Site.Subject, known.Find(name))
        {
            In = call.Name,
            Candidates = known.All,
            UnknownBecause = call.UnknownBecause,
            IsConditional = call.Site.IsConditional || call.Site.IsAssumed,
        };
    }

    private static bool IsName(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetterOrDigit(text[0]);
    }
}
