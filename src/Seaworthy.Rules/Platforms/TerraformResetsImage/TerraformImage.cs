using Seaworthy.Model.Declared.Terraform;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>A service in Terraform with the image that it sets at each apply.</summary>
/// <param name="Kind">What runs there.</param>
/// <param name="Service">The block of the service.</param>
/// <param name="Image">The fixed image as far as it is written, a star for what other resources give.</param>
/// <param name="Ignored">What <c>ignore_changes</c> has to name.</param>
internal sealed record TerraformImage(string Kind, HclBlock Service, Fact<string> Image, string Ignored)
{
    public const string Ecs = "Amazon ECS";
    public const string CloudRun = "Cloud Run";
    public const string Lambda = "AWS Lambda";
    public const string WebApp = "App Service";
    public const string ContainerApp = "Container Apps";
    public const string Kubernetes = "Kubernetes";

    /// <summary><c>ignore_changes</c> leaves the image to others.</summary>
    public bool IsIgnored { get; init; }

    public string Address => $"{Service.Label(0)}.{Service.Label(1)}";

    /// <summary>The image as a message shows it.</summary>
    public string Shown => Image.Value.Replace("*", "…", StringComparison.Ordinal);

    /// <summary>Its name at the provider; null when that is computed.</summary>
    public string? Name =>
        (Service.Body["name"] ?? Service.Body["function_name"])?.Value is HclExpression.Literal { Text: { Length: > 0 } name }
            ? name
            : null;
}
