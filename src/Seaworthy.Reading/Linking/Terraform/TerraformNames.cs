using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Terraform;

/// <summary>Names that a module uses and must declare itself, and what a call of a local module gives to its variables.</summary>
/// <remarks>Source: Terraform documentation, "References to Named Values", "Calling a Child Module".</remarks>
internal sealed class TerraformNames
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "source",
        "version",
        "providers",
        "count",
        "for_each",
        "depends_on",
    };

    // May stand before the type of a resource.
    private const string Prefix = "resource";

    // Files that people keep for themselves, under names that are often ignored.
    private static readonly string[] Kept = ["variables.tf", "secrets.tf", "locals.tf", "backend.tf", "provider.tf", "main.tf"];

    private readonly RepositoryTree tree;
    private readonly TerraformModules modules;
    private readonly bool isGenerated;

    // A module that reads so many variables and declares none was written for a program that declares them.
    private const int FewestUndeclared = 3;

    private TerraformNames(Deployment deployment, TerraformModules modules)
    {
        tree = deployment.Tree;
        this.modules = modules;
        isGenerated =
            tree.Files.Any(file =>
                file.Path.EndsWith("terragrunt.hcl", StringComparison.Ordinal) || file.Path.EndsWith(".tm.hcl", StringComparison.Ordinal)
            ) || modules.All.Any(IsLeftOpen);
    }

    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        if (TerraformModules.Of(deployment) is not { } modules)
        {
            return [];
        }

        TerraformNames names = new(deployment, modules);
        return
        [
            .. modules.All.SelectMany(names.References),
            .. modules.All.SelectMany(names.Arguments),
            .. BalancedNames.Find(deployment, modules),
        ];
    }

    private IEnumerable<NameUse> References(TerraformModule module)
    {
        if (!TerraformModules.AreAllRead(tree, module))
        {
            return [];
        }

        var unknown = WhyMore(module);
        var bound = TerraformText.Bound(module);
        var resources = module.Resources.GroupBy(Name).ToDictionary(same => same.Key, same => same.First().Span);
        var data = module.Data.GroupBy(Name).ToDictionary(same => same.Key, same => same.First().Span);
        return
        [
            .. from found in TerraformText.Of(module)
            let member = found.Expression as HclExpression.Member
            where member is not null
            let use = Use(member, module, bound, resources, data)
            where use is not null
            select use with
            {
                UnknownBecause = use.Definition is null ? unknown : null,
            },
        ];
    }

    private static NameUse? Use(
        HclExpression.Member member,
        TerraformModule module,
        HashSet<string> bound,
        Dictionary<string, SourceSpan> resources,
        Dictionary<string, SourceSpan> data
    )
    {
        if (!bound.Contains("data") && member.Of is HclExpression.Member { Of: HclExpression.Name { Text: "data" }, Text: var kind })
        {
            return Declared(
                $"data.{kind}.{member.Text}",
                member,
                module,
                data.TryGetValue($"{kind}.{member.Text}", out var read) ? read : null
            );
        }

        // resource.aws_lb.main is aws_lb.main.
        if (
            !bound.Contains(Prefix)
            && member.Of is HclExpression.Member { Of: HclExpression.Name { Text: Prefix }, Text: var type }
            && type.Contains('_', StringComparison.Ordinal)
        )
        {
            return Declared(
                $"{type}.{member.Text}",
                member,
                module,
                resources.TryGetValue($"{type}.{member.Text}", out var made) ? made : null
            );
        }

        if (member.Of is not HclExpression.Name { Text: var root } || bound.Contains(root) || root is "data" or Prefix)
        {
            return null;
        }

        SourceSpan? declared = root switch
        {
            "var" => module.Variables.GetValueOrDefault(member.Text)?.Span,
            "local" => module.Locals.GetValueOrDefault(member.Text)?.Span,
            "module" => module.Calls.GetValueOrDefault(member.Text)?.Span,
            _ => resources.TryGetValue($"{root}.{member.Text}", out var place) ? place : null,
        };
        // The type of a resource begins with its provider: aws_lb, google_project.
        return root is "var" or "local" or "module" || root.Contains('_', StringComparison.Ordinal)
            ? Declared($"{root}.{member.Text}", member, module, declared)
            : null;
    }

    private static NameUse Declared(string name, HclExpression.Member member, TerraformModule module, SourceSpan? declared) =>
        new(NameRole.TerraformName, name, member.Span, member.Span.File.Path, declared) { In = Place(module), Tool = "terraform" };

    private IEnumerable<NameUse> Arguments(TerraformModule module) =>
        from call in module.Calls.Values
        let called = modules.Find(module.SourceOf(call))
        where called is not null && TerraformModules.AreAllRead(tree, called) && module.IsWhole
        from use in Arguments(call, called)
        select use;

    private IEnumerable<NameUse> Arguments(HclBlock call, TerraformModule called)
    {
        var unknown = WhyMore(called);
        var given = call.Body.Attributes.Where(attribute => !Reserved.Contains(attribute.Name.Value)).ToList();
        return
        [
            .. given.Select(attribute => new NameUse(
                NameRole.TerraformArgument,
                attribute.Name.Value,
                attribute.Name.Span,
                $"module {call.Label(0)}",
                called.Variables.GetValueOrDefault(attribute.Name.Value)?.Span
            )
            {
                In = Place(called),
                Candidates = [.. called.Variables.Keys.Order(StringComparer.Ordinal)],
                UnknownBecause = called.Variables.ContainsKey(attribute.Name.Value) ? null : unknown,
            }),
            .. called
                .Variables.Values.Where(variable => variable.Body["default"] is null)
                .Select(variable => new NameUse(
                    NameRole.TerraformInput,
                    variable.Label(0),
                    call.Span,
                    $"module {call.Label(0)}",
                    call.Body[variable.Label(0)]?.Span
                )
                {
                    In = Place(called),
                    Related = variable.Span,
                }),
        ];
    }

    private static bool IsLeftOpen(TerraformModule module) =>
        module.Variables.Count == 0
        && TerraformText
            .Of(module)
            .Select(found => found.Expression)
            .OfType<HclExpression.Member>()
            .Where(member => member.Of is HclExpression.Name { Text: "var" })
            .Select(member => member.Text)
            .Distinct(StringComparer.Ordinal)
            .Skip(FewestUndeclared - 1)
            .Any();

    /// <summary>Why more may be declared than is there; null when the directory is whole.</summary>
    private string? WhyMore(TerraformModule module) =>
        isGenerated ? "another program writes Terraform files first"
        : Kept.FirstOrDefault(name => tree.WhyIgnored(Beside(module, name)) is not null) is { } kept
            ? $"git ignores {Beside(module, kept)}, which may declare it"
        // Pieces that are put together elsewhere.
        : !module.Files.Any(file => file.Body.Blocks.Any(block => block.Type.Value is "provider" or "terraform" or "variable"))
            ? $"{Place(module)} has no provider and no variable, so it may be part of another module"
        : null;

    private static string Beside(TerraformModule module, string name) => module.Directory.Length == 0 ? name : $"{module.Directory}/{name}";

    private static string Place(TerraformModule module) => module.Directory.Length == 0 ? "the repository root" : module.Directory;

    private static string Name(HclBlock block) => $"{block.Label(0)}.{block.Label(1)}";
}
