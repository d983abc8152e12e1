using Seaworthy.Deploying.Commands;

namespace Seaworthy.Deploying.Running.Hosts;

/// <summary>What ssh says when it reaches no host, as one sentence with what to do.</summary>
internal static class SshComplaint
{
    public static string Of(SshAddress address, ProcessResult result)
    {
        var said = result.Error;
        return Says("IDENTIFICATION HAS CHANGED")
                ? $"{address} shows another host key than known_hosts has: find out why before you change known_hosts"
            : Says("host key is known for") || Says("Host key verification failed")
                ? $"{address} is not in known_hosts: connect once with ssh and compare its host key"
            : Says("Permission denied") ? $"{address} accepts no key of yours: add one to its authorized_keys, or to your ssh agent"
            : $"{address} cannot be reached: {result.Complaint.TrimEnd('.')}";

        bool Says(string words) => said.Contains(words, StringComparison.Ordinal);
    }
}
