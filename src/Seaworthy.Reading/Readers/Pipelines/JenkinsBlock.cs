namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>An open pair of braces: a stage's, a directory's, or any other.</summary>
internal sealed record JenkinsBlock(JenkinsStage? Stage, string? Directory);
