using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Platforms;

/// <summary>A command, action or task that gives a running service another image, beside Terraform.</summary>
/// <param name="Kind">What runs there, as in <see cref="TerraformImage"/>.</param>
/// <param name="Subject">Its runner: <c>deploy.yml: deploy</c>.</param>
/// <param name="Tool">What does it: <c>gcloud run deploy</c>.</param>
/// <param name="Service">The service that it names; null when that is computed.</param>
internal sealed record OutsideDeployment(string Kind, string Subject, string Tool, string? Service, SourceSpan Place)
{
    /// <summary>The image as it is written there, variables included; null when the tool gives it by a file or an input that is not read.</summary>
    public string? Image { get; init; }
}
