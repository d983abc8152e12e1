namespace Seaworthy.Deploying.Commands;

/// <summary>A command that is to run by itself, again and again.</summary>
/// <param name="Name">Of its units, after <c>seaworthy-</c>.</param>
/// <param name="What">What comes of it, as a noun phrase.</param>
public sealed record ScheduledJob(string Name, string What)
{
    public static ScheduledJob Backup(string project) => new($"backup-{project}", $"Copies of the stores of {project}");

    public static ScheduledJob Renewal(string project) => new($"certificates-{project}", $"Certificates of {project}");
}
