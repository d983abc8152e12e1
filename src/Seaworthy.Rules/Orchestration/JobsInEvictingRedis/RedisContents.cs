using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Configuration;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Queues, brokers and sessions in servers of Redis, and what those remove when their memory is full.</summary>
/// <remarks>
/// Sources: Redis documentation, "Key eviction"; BullMQ documentation, "Going to production", "Max memory policy"; Sidekiq wiki, "Using Redis", "Memory"; Laravel documentation, "Queues", "Redis";
/// Celery documentation, "Using Redis", "Key eviction".
/// </remarks>
internal static class RedisContents
{
    private const string Policy = "--maxmemory-policy";

    private const string Limit = "--maxmemory";

    // A value of "redis" chooses it; the second word says for what.
    private static readonly (string Variable, string What)[] Choices =
    [
        ("QUEUE_CONNECTION", "the queue of Laravel"),
        ("QUEUE_DRIVER", "the queue of Laravel"),
        ("SESSION_DRIVER", "sessions"),
        ("SESSION_STORE", "sessions"),
    ];

    // The program does nothing but take jobs out of Redis.
    private static readonly (string Program, string? Verb, string What)[] Workers =
    [
        ("sidekiq", null, "the queue of Sidekiq"),
        ("sidekiqswarm", null, "the queue of Sidekiq"),
        ("rq", "worker", "the queue of RQ"),
        ("arq", null, "the queue of arq"),
        ("artisan", "horizon", "the queue of Laravel"),
        ("rqworker", null, "the queue of RQ"),
    ];

    public static IReadOnlyList<RedisContent> Link(Deployment deployment) =>
        [
            .. from target in deployment.Targets
            let servers = target.Workloads.Where(IsRedis).ToList()
            from redis in servers
            from content in Of(deployment, target, redis, servers.Count == 1).Take(1)
            select content with
            {
                Policy = Removing(deployment, redis),
            },
        ];

    private static bool IsRedis(Workload workload) =>
        (workload.Public ?? workload.Image?.Final.PublicBase)?.Name is { } name
        && (name.Contains("redis", StringComparison.Ordinal) || name.Contains("valkey", StringComparison.Ordinal))
        && !name.Contains('-', StringComparison.Ordinal);

    /// <summary>Queues first: they weigh more than sessions.</summary>
    private static IEnumerable<RedisContent> Of(Deployment deployment, Target target, Workload redis, bool isOnly)
    {
        var callers = deployment
            .Endpoints.Where(endpoint => endpoint is { Caller: not null, IsUnread: false } && endpoint.Callee == redis)
            .ToList();
        var users = target.Workloads.Where(workload => isOnly || callers.Exists(endpoint => endpoint.Caller == workload)).ToList();
        var hasOther = target.Workloads.Any(workload => workload.Public?.Role == ImageRole.Broker);
        return users
            .SelectMany(user =>
                Chosen(redis, user)
                    .Concat(Worked(deployment, redis, user))
                    .Concat(callers.Exists(endpoint => endpoint.Caller == user) ? InCode(redis, user) : [])
            )
            .Concat(hasOther ? [] : callers.Where(IsBroker).Select(endpoint => Brokered(redis, endpoint)).OfType<RedisContent>())
            .OrderBy(content => content.IsOfSessions ? 1 : 0);
    }

    private static RedisContent? Brokered(Workload redis, EndpointUse endpoint) =>
        endpoint.Caller is { } caller ? new RedisContent(redis, "the queue of Celery", caller, endpoint.Span) : null;

    private static bool IsBroker(EndpointUse endpoint) =>
        endpoint.Variable is { } name
        && name.Contains("BROKER", StringComparison.OrdinalIgnoreCase)
        && endpoint.Scheme is "redis" or "rediss";

    private static IEnumerable<RedisContent> Chosen(Workload redis, Workload user) =>
        from choice in Choices
        from variable in user.Supplied
        where variable.Name == choice.Variable && variable.Value.Text == "redis"
        select new RedisContent(redis, choice.What, user, variable.Span) { IsOfSessions = choice.What == "sessions" };

    private static IEnumerable<RedisContent> Worked(Deployment deployment, Workload redis, Workload user) =>
        from command in TaskWorkers.Commands(deployment, user)
        from worker in Workers
        where Runs(command, worker.Program, worker.Verb)
        where worker.Program != "sidekiq" || IsSidekiqGivenWork(deployment, user)
        select new RedisContent(redis, worker.What, user, command.Span);

    /// <summary>A worker takes nothing out of a queue into which the application puts nothing: it has classes of Sidekiq, or names it as the adapter of Active Job.</summary>
    /// <remarks>Sources: Sidekiq wiki, "Getting Started", "Active Job"; Rails guides, "Active Job Basics", Setting the Backend.</remarks>
    private static bool IsSidekiqGivenWork(Deployment deployment, Workload user)
    {
        // An image that is pulled is most likely built of the application here.
        var code = deployment
            .Of<CodeFile>()
            .Where(file =>
                file is { Language: Language.Ruby, IsTest: false }
                && (user.Components.Count == 0 || user.Components.Any(component => component.Contains(file.File.Path)))
            )
            .ToList();
        return code.Count == 0 || code.Exists(SidekiqWork.IsGiven) || !code.Exists(SidekiqWork.NamesAdapter);
    }

    private static bool Runs(ShellCommand command, string program, string? verb) =>
        command.Words.Any(word => word.Literal is { } text && ImagePath.NameOf(text) == program)
        && (verb is null || command.Words.Any(word => word.Literal == verb));

    private static IEnumerable<RedisContent> InCode(Workload redis, Workload user) =>
        user
            .Components.SelectMany(component => component.Code)
            .SelectMany(file => file.Settings)
            .Where(setting => setting.Name is "queue.made" or "queue.taken")
            .Take(1)
            .Select(setting => new RedisContent(redis, "the queue of BullMQ", user, setting.Span));

    /// <summary>The policy that removes any key, as the command, a variable or the configuration says it, where the memory has a limit.</summary>
    private static Fact<string>? Removing(Deployment deployment, Workload redis)
    {
        var words = (redis.Start?.Whole ?? []).SelectMany(command => command.Words).ToList();
        var file = deployment.Of<RedisFile>().FirstOrDefault(file => IsPlaced(file, redis));
        var given = words
            .Zip(words.Skip(1), (option, value) => new { option, value })
            .Where(pair => pair.option.Literal == Policy)
            .Select(pair => new Fact<string>(pair.value.Literal ?? "", pair.value.Span))
            .Concat(words.Select(InWord).OfType<Fact<string>>())
            .Concat(redis.Supplied.Select(variable => InText(variable.Value.Text, variable.Span)).OfType<Fact<string>>())
            .LastOrDefault();
        var isLimited =
            file is { HasMemoryLimit: true }
            || words.Exists(word =>
                word.Raw.Contains(Limit, StringComparison.Ordinal) && !word.Raw.Contains(Policy, StringComparison.Ordinal)
            )
            || words.Exists(word => word.Raw.Contains(Limit + " ", StringComparison.Ordinal))
            || redis.Supplied.Any(variable => variable.Value.Text?.Contains(Limit + " ", StringComparison.Ordinal) == true);
        return isLimited && (given ?? file?.EvictionPolicy) is { } policy && policy.Value.StartsWith("allkeys-", StringComparison.Ordinal)
            ? policy
            : null;
    }

    /// <summary>A shell is given the whole command as one word.</summary>
    private static Fact<string>? InWord(ShellWord word) => InText(word.Raw, word.Span);

    private static Fact<string>? InText(string? text, SourceSpan span)
    {
        var at = text?.IndexOf(Policy + " ", StringComparison.Ordinal) ?? -1;
        return text is null || at < 0
            ? null
            : new Fact<string>(text[(at + Policy.Length)..].TrimStart().Split(' ', '"', '\'', '\n')[0], span);
    }

    private static bool IsPlaced(RedisFile file, Workload redis) =>
        redis.Mounts.Any(mount =>
            mount is { Kind: MountKind.Bind, Source: { } source }
            && (source == file.File.Path || (source.Length > 0 && file.File.Path.StartsWith(source + "/", StringComparison.Ordinal)))
        )
        || redis.Image?.Final.Files.PathsOf(file.File.Path).Any() == true;
}
