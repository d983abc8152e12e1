using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A job on a machine that is thrown away applies a configuration of Terraform.</summary>
/// <param name="Subject">As a report names it: <c>deploy.yml: apply</c>.</param>
/// <param name="Verb">The command: <c>terraform apply</c>.</param>
/// <param name="Directory">Of the root module.</param>
/// <param name="Span">The command.</param>
public sealed record TerraformApply(string Subject, string Verb, string Directory, SourceSpan Span)
{
    /// <summary>The block that keeps the state elsewhere: <c>backend "s3"</c>, <c>cloud</c>; null when the state is a file of the machine.</summary>
    public SourceSpan? KeptBy { get; init; }

    /// <summary>A <c>backend "local"</c> that is written down.</summary>
    public SourceSpan? Local { get; init; }

    /// <summary>A backend of a module that it calls, where Terraform ignores it.</summary>
    public SourceSpan? Ignored { get; init; }

    /// <summary>Why the file may outlive the machine all the same; null when nothing keeps it.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>The first resource that exists outside of the machine, as <c>aws_vpc.main</c>.</summary>
    public required Fact<string> Resource { get; init; }

    /// <summary>The backend of the same provider, where it has one: <c>s3</c>.</summary>
    public required string UsualBackend { get; init; }
}
