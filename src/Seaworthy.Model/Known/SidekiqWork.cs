using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Model.Known;

/// <summary>What a source of an application says of the jobs that Sidekiq does.</summary>
/// <remarks>Sources: Sidekiq wiki, "Getting Started", "Active Job"; Rails guides, "Active Job Basics", Setting the Backend.</remarks>
public static class SidekiqWork
{
    private static readonly string[] Classes = ["Sidekiq::Job", "Sidekiq::Worker", "Sidekiq::Client"];

    /// <summary>It has a class of Sidekiq, or names it as the adapter of Active Job.</summary>
    public static bool IsGiven(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Array.Exists(Classes, file.File.Mentions)
            || (NamesAdapter(file) && file.File.Mentions("sidekiq", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>It names an adapter of Active Job. Those of development and tests say nothing of what is deployed.</summary>
    public static bool NamesAdapter(CodeFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.File.Mentions("queue_adapter") && file.File.Name is not ("development.rb" or "test.rb");
    }
}
