using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>Functions of AWS Lambda in a SAM or CloudFormation template, or in a serverless.yml.</summary>
/// <remarks>Sources: AWS SAM Developer Guide, "Template anatomy"; Serverless Framework documentation, "AWS Provider", "serverless.yml".</remarks>
public sealed record ServerlessTemplate(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<ServerlessFunction> Functions { get; init; } = [];

    /// <summary>What deploys it: <c>sam deploy</c>.</summary>
    public required string Command { get; init; }
}
