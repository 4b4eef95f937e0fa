namespace Tabletop.TestKit;

/// <content>What stands in its files.</content>
public static partial class TinyScenario
{
    public const string Text = """
        format: 2
        id: tiny-leak
        title: A small leak
        summary: A VPN token has leaked. The attacker tries it at noon.
        briefing: |
          You are the **security team**. A supplier has lost your VPN token.
        paces:
          standard: Standard, ten minutes
          quick: Quick, two minutes
        phases:
          morning:
            title: A quiet morning
            summary: A supplier calls.
            start: 2024-03-04T08:00:00Z
            end: 2024-03-04T12:00:00Z
            takes: { standard: 4m, quick: 1m }
            effort: 10
          afternoon:
            title: The attack
            end: 2024-03-04T18:00:00Z
            takes: { standard: 6m, quick: 1m }
            effort: 8
        roles:
          lead: { title: Incident commander, summary: Decides }
          soc: { title: SOC analyst }
        objectives:
          L1: Rotate what has leaked
          L2: Find what the attacker left
        systems:
          vpn:
            title: VPN gateway
            reaches: [files]
          files:
            title: File server
          internet:
            title: The internet
            targetable: false
        credentials:
          vpn-token:
            title: VPN token
            kind: service token
            owner: null
            last-use: 2024-03-01
            note: Nobody knows what it is for.
            opens: [vpn]
            tags: [leaked]
            rotation: { takes: 1h, effort: 2, outage: 0.5 }
            cut-outage: 4
            breaks: Remote work stops.
            finding: It **still works**.
            facts: [T1]
          backup-key:
            title: Backup key
            kind: API key
            owner: Operations
            opens: [files]
            tags: [leaked, old]
            live: false
            rotation: { takes: 2h, effort: 3 }
            finding: It stopped working long ago.
            invented: something that is no use to rotate
        footholds:
          backdoor:
            title: Backdoor on the file server
            system: files
            holds: { not: { system: files, is: isolated } }
        adversary:
          initial: outside
          states:
            outside:
              title: Outside with a token
              steps:
                log-in:
                  title: Logs in to the VPN
                  at: 2024-03-04T12:00:00Z
                  needs: { credential: vpn-token, is: usable }
                  to: inside
                  techniques: [T1078]
                  refused: { to: gone, effects: [{ set: attacker-refused }] }
            inside:
              title: Inside
              steps:
                plant:
                  title: Leaves a backdoor
                  after: 30m
                  to: inside
                  needs: { not: { foothold: backdoor, is: planted } }
                  effects: [{ plant: backdoor }]
                copy:
                  title: Copies files
                  at: 2024-03-04T14:00:00Z
                  after: 90m
                  needs: { foothold: backdoor, is: live }
                  to: inside
                  effects: [{ count: files-copied, by: 10 }]
                  refused: { retry: 2h }
                leave:
                  title: Loses the last way in
                  at: 2024-03-04T16:00:00Z
                  needs: { foothold: backdoor, is: removed }
                  to: gone
            gone:
              title: Gone
        actions:
          rotate:
            title: Rotate
            summary: Replaces the secret.
            group: Credentials
            target: credential
            takes: rotation
            effort: rotation
            outage: rotation
            roles: [lead]
            effects: [{ end-credential: target, as: rotated }, { reveal-credential: target }]
            findings: [{ text: "{target} is new. {finding}" }]
          cut:
            title: Switch off
            group: Credentials
            target: credential
            takes: 5m
            effort: 0.5
            outage: { cut: 0.5 }
            warning: What uses it stops.
            effects: [{ end-credential: target, as: disabled }]
          isolate:
            title: Isolate
            group: Contain
            target: system
            targets: [files]
            takes: 10m
            effort: 1
            outage: 2
            effects: [{ mark: target, as: isolated }]
            findings: [{ if: { flag: polite }, text: The supplier warns its customers. }]
          hunt:
            title: Hunt
            group: Hunt
            takes: 1h
            effort: 3
            repeat: always
            effects: [{ reveal-foothold: backdoor, if: { foothold: backdoor, is: planted } }]
            findings:
              - { if: { foothold: backdoor, is: planted }, text: There is a backdoor on the file server. }
              - { if: { flag: attacker-refused }, text: Somebody was refused at the VPN. }
              - { text: Nothing. }
          remove:
            title: Remove
            group: Contain
            target: foothold
            takes: 20m
            effort: 1
            needs: { did: hunt }
            needs-says: Somebody has to look first.
            effects: [{ remove: target }]
        injects:
          supplier-calls:
            channel: phone
            title: A supplier calls
            from: Supplier
            body: We have lost your VPN token.
            at: 2024-03-04T08:30:00Z
            expects: [Rotate the token]
            objectives: [L1]
            facts: [T1]
            question:
              prompt: What do you tell the supplier?
              counts: first
              options:
                thanks: { text: Thank you, says: They are relieved., effects: [{ set: polite }] }
                silence: { text: Nothing }
          reminder:
            channel: email
            title: Is it done?
            from: Supplier
            to: [lead]
            body: Have you rotated the token?
            at: 2024-03-04T11:00:00Z
            if: { credential: vpn-token, is: usable }
          vpn-alert:
            channel: alert
            title: Login from abroad
            from: VPN gateway
            to: [soc]
            body: A login with the VPN token.
            when: { adversary-reached: inside }
            delay: 15m
            objectives: [L2]
          press:
            channel: news
            title: The press asks
            from: A journalist
            body: Have you been attacked?
            manual: true
        scoring:
          token-lifetime:
            dimension: rotation
            title: The token stopped working before noon
            points: 10
            why: The attacker came at noon.
            how-long: { while: { credential: vpn-token, is: usable }, from: 2024-03-04T08:30:00Z, until: 2024-03-04T18:00:00Z, best: 1h30m, worst: 3h30m }
          backdoor-found:
            dimension: detection
            title: The backdoor was found
            points: 5
            applies: { adversary-reached: inside }
            how-soon: { when: { foothold: backdoor, is: known }, best: 2024-03-04T13:30:00Z, worst: 2024-03-04T17:30:00Z }
          outage:
            dimension: continuity
            title: Work went on
            points: 3
            how-much: { counter: outage-hours, best: 1, worst: 5 }
          supplier-answered:
            dimension: communication
            title: The supplier was thanked
            points: 2
            at-the-end: { answered: supplier-calls, with: thanks }
        endings:
          kept-out:
            title: Kept out
            body: The attacker never got in.
            when: { not: { adversary-reached: inside } }
          robbed:
            title: Robbed
            body: Files are gone.
            when: { counter: files-copied, at-least: 10 }
          shaken:
            title: Shaken
            body: They were in, and took nothing.
        tools:
          logs:
            title: Search the logs
            summary: One word in all logs.
            takes: 15m
            effort: 0.5
            search: true
            topics:
              token:
                title: The VPN token
                words: [token, vpn]
                answers:
                  - { if: { adversary-reached: inside }, text: "A login from **abroad** at noon." }
                  - { text: Nobody has used it for days. }
              backdoor:
                title: A file nobody knows
                words: [svc.exe]
                says: A service that nobody installed.
                effects: [{ reveal-credential: backup-key }]
            nothing: No line has this word.
          owners:
            title: Ask who owns it
            takes: 25m
            effort: 0.5
            roles: [lead, soc]
            topics:
              backup: { title: The backup key, says: Operations. }
              vpn: { title: The VPN token, says: Nobody. }
        """;

    /// <summary>What the small organisation did: too late, and then well.</summary>
    public const string History = """
        format: 2
        id: history
        title: What they did
        steps:
          - at: 2024-03-04T09:00:00Z
            answer: supplier-calls
            with: silence
            role: soc
          - at: 2024-03-04T12:30:00Z
            do: hunt
            reason: An alert came.
            facts: [T2]
          - done: 2024-03-04T13:50:00Z
            do: remove
            on: backdoor
        expect:
          - { at: 2024-03-04T13:00:00Z, that: { foothold: backdoor, is: live } }
          - { that: { adversary: gone } }
        """;

    /// <summary>Rotates in time and answers politely.</summary>
    public const string Ideal = """
        format: 2
        id: ideal
        title: The best answer
        steps:
          - { at: 2024-03-04T08:40:00Z, do: rotate, on: vpn-token, role: lead }
          - { at: 2024-03-04T08:45:00Z, answer: supplier-calls, with: thanks }
        expect:
          - { that: { not: { adversary-reached: inside } } }
        """;
}
