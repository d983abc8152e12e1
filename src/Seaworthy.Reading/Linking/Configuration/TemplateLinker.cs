using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Python;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Templates of env files to the code that they are for.</summary>
internal static class TemplateLinker
{
    // Source that is not read may read any name.
    private static readonly IReadOnlyList<string> OtherLanguages =
    [
        ".java",
        ".kt",
        ".scala",
        ".php",
        ".rb",
        ".ex",
        ".exs",
        ".clj",
        ".dart",
        ".swift",
        ".cpp",
        ".lua",
        ".prisma",
    ];

    private const int ShortestBeginning = 3;

    private static readonly SearchValues<char> CapitalLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    public static IReadOnlyList<TemplateVariables> Link(Deployment deployment)
    {
        var templates = deployment
            .Of<EnvFile>()
            .Where(file => file.IsTemplate && file.Entries.Count > 0 && !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram))
            .ToList();
        var mentions = WordMentions.Of(
            templates.SelectMany(file => file.Entries).Select(entry => entry.Name.Value),
            TextSources.Users(deployment)
        );
        var known = deployment
            .Of<EnvFile>()
            .SelectMany(file => file.Entries.Concat(file.CommentedOut))
            .Select(entry => entry.Name.Value)
            .Concat(deployment.Of<Document>().SelectMany(document => document.Variables))
            .Concat(deployment.Workloads.SelectMany(workload => workload.Supplied).Select(variable => variable.Name))
            // The build or the start sets these.
            .Concat(deployment.Images.SelectMany(image => image.Build.Arguments).Select(argument => argument.Name))
            .Concat(deployment.Commands.SelectMany(SetFor))
            .Concat(
                deployment
                    .Of<CodeFile>()
                    .Where(file => !file.IsTest)
                    .SelectMany(file => file.Settings)
                    .Where(setting => setting.Name.StartsWith(PythonEnvironment.Written, StringComparison.Ordinal))
                    .Select(setting => setting.Name[PythonEnvironment.Written.Length..])
            )
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A name may be put together, as by a settings class of pydantic with a prefix and a delimiter: then no text holds it.
        var read = deployment
            .Of<CodeFile>()
            .SelectMany(file => file.EnvironmentReads)
            .Select(found => found.Name)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        NearVariables near = new(deployment, known);
        var directories = templates.Select(template => template.File.Directory).ToHashSet(StringComparer.Ordinal);
        // The nearest template above a component is its own; of several in one directory each is.
        var components = deployment
            .Components.Where(component => component.Code.Count > 0)
            .ToLookup(
                component => RepositoryPath.Ancestors(component.Root).FirstOrDefault(directories.Contains) ?? "",
                StringComparer.Ordinal
            );
        UnimportedModules unimported = new(deployment);
        return
        [
            .. templates
                .Select(template => Of(deployment, template, [.. components[template.File.Directory]], mentions, known, read, unimported))
                .Select(template =>
                    template with
                    {
                        Near = near.Of(template.Components, template.NeverRead, template.Template.File.Directory),
                    }
                ),
        ];
    }

    /// <summary>A comment of the template tells of it: "META_TOKEN is set with `supabase secrets set`".</summary>
    private static bool Speaks(EnvFile template, string name) => WholeWords.Find(template.File.Text, name, WholeWords.IsOfIdentifier).Any();

    /// <summary><c>DATASET=full python3 -m load</c>.</summary>
    private static IEnumerable<string> SetFor(CommandSite site) =>
        site.Command.Words.Count > 0 ? site.Command.Assignments.Select(assignment => assignment.Name) : [];

    private static TemplateVariables Of(
        Deployment deployment,
        EnvFile template,
        List<Component> components,
        WordMentions mentions,
        HashSet<string> known,
        HashSet<string> readAnywhere,
        UnimportedModules unimported
    )
    {
        var modules = Modules(components);
        var composed = components
            .SelectMany(component => component.Code)
            .SelectMany(file => ComposedNames(file.File.Text))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        // A schema of the environment gives a default, and other code takes the value for granted.
        var settled = components
            .SelectMany(component => component.Code)
            .SelectMany(file => file.EnvironmentReads)
            .Where(read => read.Schema is not null && (read.Default is not null || read.Demand == Demand.Optional))
            .Select(read => read.Name)
            .ToHashSet(StringComparer.Ordinal);
        var isOpaque = components.Exists(OpaqueSettings.Of) || HoldsOtherLanguages(deployment, template.File.Directory);
        return new TemplateVariables(
            template,
            components,
            [
                .. components
                    .SelectMany(component => component.Code)
                    .Where(file => !FilePurposes.Has(file.File.Path, FilePurpose.NoProgram) && !unimported.Hold(file))
                    .SelectMany(file => file.EnvironmentReads)
                    .Where(read =>
                        read is { Default: null, Demand: not Demand.Optional, MayFallBack: false }
                        && !AmbientVariables.IsSetByOthers(read.Name)
                    )
                    .Where(read => !AmbientVariables.IsSetByPlatform(read.Span.File.Path, read.Name))
                    .Where(read => read.Demand == Demand.Required || AmbientVariables.IsForSomebodyToSupply(read.Name))
                    // Functions at the edge are given secrets of the platform; the dotenv file of the application beside them is none of theirs.
                    .Where(read => !IsOfEdgeFunctions(read.Span.File.Path) || IsOfEdgeFunctions(template.File.Path))
                    .Where(read => !settled.Contains(read.Name))
                    .Where(read => !known.Contains(read.Name) && !read.Aliases.Any(known.Contains) && !Speaks(template, read.Name))
                    .OrderByDescending(read => (int)read.Demand)
                    .DistinctBy(read => read.Name),
            ],
            [
                .. template.Entries.Where(entry =>
                    components.Count > 0
                    && !isOpaque
                    && !AmbientVariables.MayBeReadUnseen(entry.Name.Value)
                    && !components.Exists(component => AuthProviders.Read(component, entry.Name.Value))
                    && !components.Exists(component => UnseenReads.IsOfPackage(component, entry.Name.Value))
                    && !components.Exists(component => UnseenReads.IsOfFramework(component, entry.Name.Value))
                    && !modules.Any(module => LibraryVariables.IsReadBy(module, entry.Name.Value))
                    && mentions.FilesWith(entry.Name.Value).Count == 0
                    && !readAnywhere.Contains(entry.Name.Value)
                    // Another line is put together with it: ADDRESS=http://localhost:${PORT}.
                    && !template.File.Text.Contains($"${{{entry.Name.Value}", StringComparison.Ordinal)
                    && !composed.Exists(start => entry.Name.Value.StartsWith(start, StringComparison.Ordinal))
                ),
            ]
        );
    }

    /// <summary>Imports of the source, and declared packages: a framework loads packages by its own list that no line imports.</summary>
    private static HashSet<string> Modules(IReadOnlyList<Component> components) =>
        components
            .SelectMany(component => component.Code)
            .SelectMany(file => file.Imports)
            .Select(import => import.Module)
            .Concat(
                components
                    .SelectMany(component => component.Manifests.OfType<Manifest>())
                    .SelectMany(manifest => manifest.Dependencies)
                    .Select(dependency => dependency.Name)
            )
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>How the names begin that a text is put together from: <c>process.env[`NEXT_PUBLIC_${key}`]</c>, <c>f"PLAN_{tier}"</c>, <c>"PLAN_" + tier</c>.</summary>
    private static IEnumerable<string> ComposedNames(string text)
    {
        for (var at = Quote(text, 0); at >= 0; at = Quote(text, at + 1))
        {
            var start = at + 1;
            var rest = text.AsSpan(start, Math.Min(80, text.Length - start));
            var length = rest.IndexOfAnyExcept(CapitalLetters);
            if (length > ShortestBeginning && rest[length - 1] == '_' && GoesOn(text.AsSpan(start + length)))
            {
                yield return text.Substring(start, length);
            }
        }
    }

    private static int Quote(string text, int from) =>
        text.AsSpan(from).IndexOfAny('"', '\'', '`') is var found and >= 0 ? from + found : -1;

    /// <summary>A hole follows, or the text ends and another is put behind it.</summary>
    private static bool GoesOn(ReadOnlySpan<char> behind) =>
        behind switch
        {
            ['$', '{', ..] or ['{' or '%', ..] => true,
            ['"' or '\'' or '`', ..] => behind[1..].TrimStart() is ['+' or '"' or '\'', ..] or ['f', '"' or '\'', ..],
            _ => false,
        };

    /// <remarks>Source: Supabase documentation, "Edge Functions", "Environment Variables".</remarks>
    private static bool IsOfEdgeFunctions(string path) => path.Contains("supabase/functions/", StringComparison.Ordinal);

    private static bool HoldsOtherLanguages(Deployment deployment, string directory) =>
        deployment
            .Tree.FilesUnder(directory)
            .Any(file => OtherLanguages.Any(ending => file.Path.EndsWith(ending, StringComparison.Ordinal)));
}
