using Xunit;

namespace Seaworthy.Tests.Reading.Code.JavaScript;

public sealed class JobQueuesTests
{
    [Fact]
    public void Queues_of_BullMQ_are_read()
    {
        var file = CodeFacts.Read(
            "mail.ts",
            """
            import { Queue, Worker } from 'bullmq';
            export const mailQueue = new Queue<Mail>('mail', { connection });
            await mailQueue.add('send', { to });
            new Worker(NAME, async job => {}, { connection });
            set.add('x');
            """
        );

        Assert.Equal(["queue.made = 'mail'", "queue.added = 'mailQueue'", "queue.taken = @NAME"], Queues(file));
    }

    [Fact]
    public void Queues_of_Bull_empty_themselves()
    {
        var file = CodeFacts.Read(
            "mail.js",
            """
            const Bull = require('bull');
            const { otherQueue } = require('./other');
            const mailQueue = new Bull('mail', process.env.REDIS_URL);
            mailQueue.process(5, async (job) => {});
            otherQueue.process(async (job) => {});
            """
        );

        Assert.Equal(["queue.made = 'mail'", "queue.taken = 'mail'", "queue.taken = <the queue comes from another file>"], Queues(file));
    }

    [Fact]
    public void Queues_of_Nest_are_read()
    {
        var file = CodeFacts.Read(
            "mail.processor.ts",
            """
            import { Processor, BullModule } from '@nestjs/bullmq';
            @Module({ imports: [BullModule.registerQueue({ name: 'mail' }, { name: 'print' })] })
            export class MailModule {}
            @Processor('mail')
            export class MailProcessor extends WorkerHost {}
            @Processor({ name: 'print' })
            export class PrintProcessor extends WorkerHost {}
            """
        );

        Assert.Equal(["queue.made = 'mail'", "queue.made = 'print'", "queue.taken = 'mail'", "queue.taken = 'print'"], Queues(file));
    }

    [Fact]
    public void A_worker_of_the_browser_is_none() =>
        Assert.Empty(Queues(CodeFacts.Read("a.ts", "const worker = new Worker('./x.js');\nfetch('/x');")));

    private static IEnumerable<string> Queues(Seaworthy.Model.Declared.Code.CodeFile file) =>
        file.Sets().Where(setting => setting.StartsWith("queue.", StringComparison.Ordinal));
}
