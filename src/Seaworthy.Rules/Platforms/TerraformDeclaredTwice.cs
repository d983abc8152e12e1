using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>Two blocks of one module declare the same thing.</summary>
/// <remarks>Source: Terraform documentation, "Files and Configuration Structure", "Override Files"; "Provider Configuration", <c>alias</c>.</remarks>
internal sealed class TerraformDeclaredTwice : Rule<IReadOnlyList<TerraformFile>>
{
    private const int Named = 3;
    private const int MostPlaces = 10;

    // Files that each declare a provider run one by one: exercises, snippets.
    private const int LeastSamples = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/terraform-declared-twice",
            Title = "Duplicate Terraform declaration",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale = "Terraform reads all files of a directory as one configuration and rejects it as a whole: nothing can be applied.",
            Holds = "The module declares every name once.",
        };

    public override IEnumerable<IReadOnlyList<TerraformFile>> Subjects(Deployment deployment) =>
        deployment
            .Of<TerraformFile>()
            .Where(file => !file.IsValues && !IsOverride(file.File))
            .GroupBy(file => file.File.Directory)
            .Select(module => module.OrderBy(file => file.File.Path, StringComparer.Ordinal).ToList())
            .Where(module =>
                module.Exists(file => file.Body.Blocks.Count > 0)
                && !module.Exists(file => file.File.Path.EndsWith(".tofu", StringComparison.Ordinal))
            );

    protected override Subject Identify(IReadOnlyList<TerraformFile> subject) => new(Place(subject), subject[0].File.Whole);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<TerraformFile> subject, Deployment deployment)
    {
        var twice = subject
            .SelectMany(file => Declared(file.Body))
            .GroupBy(declared => declared.Value, declared => declared.Span)
            .Where(same => same.Count() > 1)
            .ToList();
        if (twice.Count == 0)
        {
            yield break;
        }

        var message = $"{Place(subject)} declares {NameList.Of([.. twice.Select(same => same.Key)], Named)} twice";
        var first = twice[0].ElementAt(1);
        var isOfSamples = subject.Count(file => file.Body.Of("provider").Any()) >= LeastSamples;
        yield return (
            IsUncalled(subject[0].File.Directory, deployment)
                ? Warn(first, $"{message}: Terraform rejects it as soon as something calls the module.").As(Severity.Medium)
            : isOfSamples
                ? Warn(first, $"{message}: Terraform rejects the files together, though each may be meant to run alone.").As(Severity.Low)
            : Fail(first, $"{message}.")
        ).Related(twice.SelectMany(same => same).Where(place => place != first).Take(MostPlaces), "also declared here").Remedy($"Keep one declaration of {twice[0].Key}, or move the file that runs alone into its own directory.").Verify($"terraform -chdir=./{subject[0].File.Directory} init -backend=false");
    }

    /// <summary>Among the modules, and nothing here takes it for its source.</summary>
    private static bool IsUncalled(string directory, Deployment deployment) =>
        directory.Split('/').Contains("modules")
        && !deployment
            .Of<TerraformFile>()
            .SelectMany(file => file.Body.Of("module"))
            .Any(call => call.Span.Mentions($"/{directory[(directory.LastIndexOf('/') + 1)..]}"));

    /// <summary>What the module may hold once, by the name under which Terraform knows it.</summary>
    private static IEnumerable<Fact<string>> Declared(HclBody body)
    {
        foreach (var block in body.Blocks)
        {
            var name = (block.Type.Value, block.Labels.Count) switch
            {
                ("resource", 2) => $"{block.Label(0)}.{block.Label(1)}",
                ("data", 2) => $"data.{block.Label(0)}.{block.Label(1)}",
                ("variable", 1) => $"var.{block.Label(0)}",
                ("output" or "module", 1) => $"{block.Type.Value}.{block.Label(0)}",
                ("provider", 1) when block.Body["alias"] is null => $"provider {block.Label(0)}",
                _ => null,
            };
            if (name is not null)
            {
                yield return new Fact<string>(name, block.Span);
            }

            foreach (var inner in block.Type.Value == "terraform" ? block.Body.Of("backend").Concat(block.Body.Of("cloud")) : [])
            {
                yield return new Fact<string>("the backend", inner.Span);
            }

            foreach (var local in block.Type.Value == "locals" ? block.Body.Attributes : [])
            {
                yield return new Fact<string>($"local.{local.Name.Value}", local.Name.Span);
            }
        }
    }

    private static bool IsOverride(SourceFile file) =>
        Path.GetFileNameWithoutExtension(file.Name) is "override" or [.., '_', 'o', 'v', 'e', 'r', 'r', 'i', 'd', 'e'];

    private static string Place(IReadOnlyList<TerraformFile> module) =>
        module[0].File.Directory is { Length: > 0 } directory ? directory : "the repository root";
}
