using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The services that compose commands of scripts and pipelines name.</summary>
internal static class ComposeCommandNames
{
    public static IEnumerable<NameUse> Find(Deployment deployment) =>
        deployment.ComposeCalls.SelectMany(call => call.Services.Select(word => Use(call, word)).OfType<NameUse>());

    private static NameUse? Use(ComposeCall call, ShellWord word)
    {
        // A name with a variable in it, an option's value that was taken for a name, or one of several files: nothing can be said.
        if (call.Site.Variables.Value(word) is not { Length: > 0 } name || !IsName(name))
        {
            return null;
        }

        var services = call.Project?.Services ?? [];
        return new NameUse(
            NameRole.ComposeCommandService,
            name,
            word.Span,
            call.Site.Subject,
            services.FirstOrDefault(service => service.Name.Value == name)?.Name.Span
        )
        {
            In = call.Name,
            Candidates = [.. services.Select(service => service.Name.Value)],
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
