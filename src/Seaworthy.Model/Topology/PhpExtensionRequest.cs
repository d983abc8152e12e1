using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>An extension that a Dockerfile asks <c>docker-php-ext-install</c> for, in an official image of PHP.</summary>
/// <param name="Subject">The Dockerfile.</param>
/// <param name="Release">Of PHP, as the tag has it: <c>8.5</c>.</param>
public sealed record PhpExtensionRequest(string Subject, Fact<string> Extension, string Release, PhpExtensionState State);
