using Seaworthy.Model;
using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>Services in Terraform whose image is fixed in the configuration.</summary>
/// <remarks>Source: Terraform documentation, "The lifecycle Meta-Argument", "ignore_changes"; AWS, Google and Azure providers, the resources.</remarks>
internal static class TerraformImages
{
    private const string Task = "aws_ecs_task_definition";

    // Where a resource has its image, and what ignore_changes names to leave it alone.
    private static readonly Dictionary<string, Holder> Holders = new(StringComparer.Ordinal)
    {
        ["google_cloud_run_v2_service"] = new(TerraformImage.CloudRun, "template.containers.image", "template[0].containers[0].image"),
        ["google_cloud_run_service"] = new(
            TerraformImage.CloudRun,
            "template.spec.containers.image",
            "template[0].spec[0].containers[0].image"
        ),
        ["aws_lambda_function"] = new(TerraformImage.Lambda, "image_uri", "image_uri"),
        ["azurerm_linux_web_app"] = new(
            TerraformImage.WebApp,
            "site_config.application_stack.docker_image_name",
            "site_config[0].application_stack"
        ),
        ["azurerm_container_app"] = new(TerraformImage.ContainerApp, "template.container.image", "template[0].container[0].image"),
        ["kubernetes_deployment"] = new(
            TerraformImage.Kubernetes,
            "spec.template.spec.container.image",
            "spec[0].template[0].spec[0].container[0].image"
        ),
        ["kubernetes_deployment_v1"] = new(
            TerraformImage.Kubernetes,
            "spec.template.spec.container.image",
            "spec[0].template[0].spec[0].container[0].image"
        ),
    };

    public static IReadOnlyList<TerraformImage> Link(Deployment deployment) =>
        [
            .. deployment
                .Of<TerraformFile>()
                .Where(file => !file.IsValues)
                .GroupBy(file => file.File.Directory)
                .SelectMany(directory => Of([.. directory.SelectMany(file => file.Body.Blocks)], deployment)),
        ];

    private static IEnumerable<TerraformImage> Of(List<HclBlock> blocks, Deployment deployment)
    {
        foreach (var block in blocks.Where(block => block.Type.Value == "resource"))
        {
            if (block.Label(0) == "aws_ecs_service")
            {
                if (ImageOfTask(block, blocks, deployment) is { } image)
                {
                    yield return new TerraformImage(TerraformImage.Ecs, block, image, "task_definition")
                    {
                        IsIgnored = IsIgnored(block, "task_definition"),
                    };
                }
            }
            else if (
                Holders.TryGetValue(block.Label(0), out var holder)
                && Attributes(block.Body, holder.Path.Split('.')).FirstOrDefault() is { } attribute
                && Fixed(attribute.Value, blocks, deployment) is { } text
            )
            {
                yield return new TerraformImage(holder.Kind, block, new Fact<string>(text, attribute.Span), holder.Ignored)
                {
                    IsIgnored = IsIgnored(block, holder.Ignored.Split('[', '.')[0]),
                };
            }
        }
    }

    /// <summary>The first fixed image of the task that the service names by its revision.</summary>
    private static Fact<string>? ImageOfTask(HclBlock service, List<HclBlock> blocks, Deployment deployment)
    {
        var paths = service.Body["task_definition"]?.Value.All.Select(part => part.Path).Where(path => path.Count > 1).ToList() ?? [];
        // A data source beside it takes the newest revision, also one of a pipeline.
        return paths.Exists(path => path[0] == "data") || paths.Find(path => path is [Task, _, "arn" or "id"]) is not [_, var name, ..]
            ? null
            : blocks
                .Where(block => block.Label(0) == Task && block.Label(1) == name)
                .Select(block => block.Body["container_definitions"]?.Value)
                .OfType<HclExpression>()
                .SelectMany(value => value.All)
                .Select(part => Written(part, blocks, deployment))
                .FirstOrDefault(image => image is not null);
    }

    /// <summary><c>image = "…"</c> of an object, or <c>"image": "…"</c> within a text.</summary>
    private static Fact<string>? Written(HclExpression part, List<HclBlock> blocks, Deployment deployment)
    {
        if (part is HclExpression.Object { Items: var items })
        {
            return
                items.FirstOrDefault(item => item.Key is HclExpression.Name { Text: "image" } or HclExpression.Literal { Text: "image" })
                    is { Value: var value }
                && Fixed(value, blocks, deployment) is { } text
                ? new Fact<string>(text, value.Span)
                : null;
        }

        if (
            part is not HclExpression.Literal { Text: var json }
            || json.IndexOf("\"image\"", StringComparison.Ordinal) is not (>= 0 and var at)
        )
        {
            return null;
        }

        var quoted = json[(at + "\"image\"".Length)..].Split('"');
        return quoted is [var between, { Length: > 0 } image, _, ..] && between.Trim() == ":"
            ? new Fact<string>(image, part.Span.PlaceOf(image) ?? part.Span)
            : null;
    }

    /// <summary>The image where no caller of Terraform can give another one; null where one can.</summary>
    private static string? Fixed(HclExpression value, List<HclBlock> blocks, Deployment deployment) =>
        value switch
        {
            HclExpression.Literal { IsText: true, Text: var text } => text,
            HclExpression.Template { Pieces: var pieces } => pieces
                .Select(piece => Fixed(piece, blocks, deployment) ?? OfResource(piece))
                .ToList()
                is var parts
            && parts.TrueForAll(part => part is not null)
                ? string.Concat(parts)
                : null,
            _ => value.Path switch
            {
                ["var", var name] => Default(name, blocks, deployment),
                _ => null,
            },
        };

    /// <summary>The address of a registry or project is the same at each apply.</summary>
    private static string? OfResource(HclExpression piece) =>
        piece.Path is [var first, _, ..] && (first.Contains('_', StringComparison.Ordinal) || first == "data" || IsAddress(piece))
            ? "*"
            : null;

    private static bool IsAddress(HclExpression piece) =>
        piece.Path is ["var" or "local", var name]
        && !name.Contains("tag", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("version", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("image", StringComparison.OrdinalIgnoreCase)
        && !name.Contains("sha", StringComparison.OrdinalIgnoreCase);

    /// <summary>The default of a variable that no command, workflow, values file or module sets.</summary>
    private static string? Default(string name, List<HclBlock> blocks, Deployment deployment) =>
        blocks.Find(block => block.Type.Value == "variable" && block.Label(0) == name)?.Body["default"]?.Value
            is HclExpression.Literal { IsText: true, Text: { Length: > 0 } text }
        && !deployment.Commands.Any(site => site.Command.Text.Contains(name, StringComparison.Ordinal))
        && !deployment.Of<Workflow>().Any(workflow => workflow.File.Mentions(name))
        && !deployment.Of<TerraformFile>().Any(file => Sets(file, name))
            ? text
            : null;

    private static bool Sets(TerraformFile file, string name) =>
        (file.IsValues && file.Body[name] is not null) || file.Body.Of("module").Any(module => module.Body[name] is not null);

    private static bool IsIgnored(HclBlock block, string root) =>
        block
            .Body.Of("lifecycle")
            .Select(lifecycle => lifecycle.Body["ignore_changes"]?.Value)
            .OfType<HclExpression>()
            .SelectMany(value => value.All)
            .Any(part =>
                part.Path is [var first, ..] && (first == root || first == "all")
                || part is HclExpression.Literal { Text: var text } && (text == "all" || text.StartsWith(root, StringComparison.Ordinal))
            );

    private static IEnumerable<HclAttribute> Attributes(HclBody body, ReadOnlySpan<string> path)
    {
        if (path.Length == 1)
        {
            return body[path[0]] is { } attribute ? [attribute] : [];
        }

        List<HclAttribute> found = [];
        foreach (var block in body.Of(path[0]))
        {
            found.AddRange(Attributes(block.Body, path[1..]));
        }

        return found;
    }

    private sealed record Holder(string Kind, string Path, string Ignored);
}
